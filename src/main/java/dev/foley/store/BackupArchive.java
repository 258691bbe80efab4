package dev.foley.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The file that a backup is: a zip of {@code foley.db} and {@code spool/…}, which any other program can look into. */
final class BackupArchive {
  static final String DATABASE = "foley.db";
  static final String SPOOL = "spool";

  /** A whole result, as the spool names it. Nothing else is written or read, wherever a strange archive would like to put it. */
  private static final Pattern RESULT = Pattern.compile("[A-Za-z0-9-]{1,100}\\.(?!part$)[a-z0-9]{1,5}");

  private BackupArchive() {}

  static boolean isResult(Path file) {
    return RESULT.matcher(file.getFileName().toString()).matches();
  }

  /** The generation whose result it is. */
  static String generation(Path result) {
    String name = result.getFileName().toString();
    return name.substring(0, name.indexOf('.'));
  }

  /** Fills an empty file, and returns when it is on the disk. */
  static void write(Path archive, Path database, Collection<Path> results) throws IOException {
    try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE);
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16))) {
      zip.setLevel(Deflater.BEST_SPEED); // the bot wants the processor too, and sound hardly gets smaller
      add(zip, DATABASE, database);
      for (Path result : results) {
        add(zip, SPOOL + "/" + result.getFileName(), result);
      }
      zip.finish();
      zip.flush();
      file.force(true);
    }
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  /**
   * Unpacks it, on the disk when this returns.
   *
   * @param directory empty; gets {@link #DATABASE} and {@link #SPOOL}
   * @throws ZipException if it is damaged, or no backup of Foley
   */
  static void read(Path archive, Path directory) throws IOException {
    Path spool = Files.createDirectory(directory.resolve(SPOOL));
    boolean found = false;
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().equals(DATABASE)) {
          unpack(zip, entry, directory.resolve(DATABASE));
          found = true;
        } else {
          unpack(zip, entry, spool.resolve(result(entry)));
        }
      }
    }
    if (!found) {
      throw new ZipException("it has no " + DATABASE);
    }
  }

  private static String result(ZipEntry entry) throws ZipException {
    String name = entry.getName();
    String file = name.startsWith(SPOOL + "/") ? name.substring(SPOOL.length() + 1) : "";
    if (!RESULT.matcher(file).matches()) {
      throw new ZipException("it has something that Foley did not put in");
    }
    return file;
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path file) throws IOException {
    try (InputStream in = zip.getInputStream(entry);
        FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      in.transferTo(Channels.newOutputStream(out));
      out.force(true);
    }
  }
}
