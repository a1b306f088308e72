package dev.hairpin.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;

/**
 * Writes a root file system for a kernel to start from (cpio, "newc"). Uncompressed: a guest
 * without hardware virtualisation takes longer to unpack it than QEMU to load it.
 */
final class Initramfs implements AutoCloseable {
  private final CpioArchiveOutputStream archive;
  private final Set<String> directories = new HashSet<>();
  private long inode;

  Initramfs(OutputStream output) {
    archive = new CpioArchiveOutputStream(output, CpioConstants.FORMAT_NEW);
  }

  /** The device that the kernel opens for the first process. */
  void console() throws IOException {
    directories("dev");
    CpioArchiveEntry entry = entry("dev/console", CpioConstants.C_ISCHR | 0600, 0);
    entry.setRemoteDeviceMaj(5);
    entry.setRemoteDeviceMin(1);
    put(entry, new byte[0]);
  }

  /** Empty directories. */
  void directories(String... names) throws IOException {
    for (String name : names) {
      if (directories.add(name)) {
        parents(name);
        put(entry(name, CpioConstants.C_ISDIR | 0755, 0), new byte[0]);
      }
    }
  }

  /** A file that may be executed. */
  void program(String name, byte[] content) throws IOException {
    parents(name);
    put(entry(name, CpioConstants.C_ISREG | 0755, content.length), content);
  }

  /** A symbolic link. */
  void link(String name, String target) throws IOException {
    byte[] content = target.getBytes(StandardCharsets.UTF_8);
    put(entry(name, CpioConstants.C_ISLNK | 0777, content.length), content);
  }

  private void parents(String name) throws IOException {
    int slash = name.lastIndexOf('/');
    if (slash > 0) {
      directories(name.substring(0, slash));
    }
  }

  private CpioArchiveEntry entry(String name, long mode, long size) {
    CpioArchiveEntry entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, name, size);
    entry.setMode(mode);
    entry.setInode(++inode);
    entry.setNumberOfLinks(1);
    return entry;
  }

  private void put(CpioArchiveEntry entry, byte[] content) throws IOException {
    archive.putArchiveEntry(entry);
    archive.write(content);
    archive.closeArchiveEntry();
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
