package dev.hairpin.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What {@code --out} names. An empty one, such as a variable of a script that isn't set, would be
 * the current folder.
 */
final class OutPath implements ITypeConverter<Path> {
  @Override
  public Path convert(String value) {
    if (value.isBlank()) {
      throw new TypeConversionException(
          "it is empty. Next: name a folder or file, or leave the option out");
    }
    return Path.of(value);
  }
}
