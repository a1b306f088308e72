package dev.hairpin.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.hairpin.verdict.Diagnosis;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A finished run as a folder of Allure result files, evidence attached. */
public final class AllureResults {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setSerializationInclusion(JsonInclude.Include.NON_NULL)
          .registerModule(new SimpleModule("allure").addSerializer(new SmallLetters()));

  private final Results results;
  private final Path run;
  private final Path out;
  private final List<String> missing = new ArrayList<>();

  private AllureResults(Results results, Path run, Path out) {
    this.results = results;
    this.run = run.toAbsolutePath().normalize();
    this.out = out;
  }

  /**
   * Writes the files; those of the same run are replaced, those of others left alone.
   *
   * @param run the run's folder, for its evidence
   * @param out made where it is missing
   * @return evidence that the results name and the folder doesn't have
   */
  public static List<String> write(Results results, Path run, Path out) throws IOException {
    Files.createDirectories(out);
    AllureResults writer = new AllureResults(results, run, out);
    for (CheckResult each : results.checks()) {
      writer.check(each);
    }
    writer.categories();
    AtomicFile.write(
        out.resolve("environment.properties"), AllureProperties.text(Environment.of(results)));
    return List.copyOf(writer.missing);
  }

  private void check(CheckResult check) throws IOException {
    AllureCheck allure = new AllureCheck(results, check);
    TestResult result = allure.result();
    List<Attachment> attachments = new ArrayList<>();
    for (String each : check.evidence()) {
      Path file = run.resolve(each).normalize();
      if (!file.startsWith(run) || !Files.isRegularFile(file)) {
        missing.add(each);
        continue;
      }
      String source = "%s-%d-attachment.pcapng".formatted(allure.uuid(), attachments.size());
      Files.copy(file, out.resolve(source), StandardCopyOption.REPLACE_EXISTING);
      attachments.add(attachment(each, source, "application/vnd.tcpdump.pcap"));
    }
    if (!check.transcript().isEmpty()) {
      String source = allure.uuid() + "-transcript-attachment.txt";
      AtomicFile.write(
          out.resolve(source), XmlText.legal(String.join("\n", check.transcript())) + "\n");
      attachments.add(attachment("what was said to and by the switch", source, "text/plain"));
    }
    write(allure.uuid() + "-result.json", result.setAttachments(attachments));
  }

  private static Attachment attachment(String name, String source, String type) {
    return new Attachment().setName(name).setSource(source).setType(type);
  }

  /** A category for each diagnosis, and for what could not be decided or is waived. */
  private void categories() throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Diagnosis each : Diagnosis.values()) {
      all.add(category(each.id(), "failed", "(?s)FAILED \\(" + each.id() + "\\).*"));
    }
    all.add(category("could not be decided", "broken", "(?s).*"));
    all.add(category("waived", "skipped", "(?s)WAIVED.*"));
    write("categories.json", all);
  }

  private static Map<String, Object> category(String name, String status, String message) {
    Map<String, Object> category = new LinkedHashMap<>();
    category.put("name", name);
    category.put("matchedStatuses", List.of(status));
    category.put("messageRegex", message);
    return category;
  }

  private void write(String name, Object value) throws IOException {
    AtomicFile.write(
        out.resolve(name), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
  }

  /** Allure's words are written small. */
  private static final class SmallLetters extends StdSerializer<Enum<?>> {
    private static final long serialVersionUID = 1L;

    SmallLetters() {
      super(Enum.class, false);
    }

    @Override
    public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.name().toLowerCase(Locale.ROOT));
    }
  }
}
