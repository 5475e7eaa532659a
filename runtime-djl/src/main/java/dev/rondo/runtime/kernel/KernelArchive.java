package dev.rondo.runtime.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The TorchScript archive that PyTorch loads: the text {@code kernels.py} with one of two ways to
 * multiply, and an object of its one class.
 *
 * <p>An archive is a zip without compression. Beside the code it holds the version of the format, a
 * pickled tuple of constants, which is empty, and the pickled object. The same text always gives
 * the same bytes.
 */
public final class KernelArchive {
  private static final String ROOT = "rondo/";

  /** Operators mean what they mean since format 10; an older number asks for old meanings. */
  private static final String FORMAT = "10\n";

  /** Pickle, protocol 2: an empty tuple. */
  private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

  /**
   * The same for each archive. At the very beginning of 1980 an entry would get a second time,
   * which depends on the time zone.
   */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 2, 1, 0, 0);

  private KernelArchive() {}

  /** Who multiplies by large weights. */
  public enum Products {
    /** The library oneDNN, of which not every build of PyTorch has the operators. */
    ONE_DNN("products_onednn.py"),
    /** PyTorch itself. */
    PYTORCH("products_pytorch.py");

    private final String text;

    Products(String text) {
      this.text = text;
    }
  }

  /**
   * Returns the archive's bytes.
   *
   * @throws UncheckedIOException if a text cannot be read
   */
  public static byte[] bytes(Products products) {
    return joined("kernels.py", products.text);
  }

  /** Returns the same with what steps with whole numbers of 8 bits behind it. */
  static byte[] int8Steps(Products products) {
    return joined("kernels.py", products.text, "gates.py", "int8.py", "int8_steps.py");
  }

  private static byte[] joined(String... names) {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    try {
      for (String name : names) {
        code.writeBytes(text(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes(code.toByteArray());
  }

  /**
   * Returns methods that other texts call.
   *
   * @param name of the text that has them, such as int8.py
   */
  static String methods(String name) {
    try {
      return new String(text(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the archive of a text, which is the class {@code Kernels}. */
  static byte[] bytes(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(byte[] code) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "version", FORMAT.getBytes(StandardCharsets.US_ASCII));
      add(zip, "constants.pkl", NO_CONSTANTS);
      add(zip, "data.pkl", object());
      add(zip, "code/__torch__.py", code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns a digest of all texts, 64 hexadecimal digits: other texts may compute other bits. */
  public static String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Products products : Products.values()) {
        digest.update(bytes(products));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] text(String name) throws IOException {
    try (InputStream text = KernelArchive.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IOException(name + " is not on the class path");
      }
      return text.readAllBytes();
    }
  }

  /** Pickle, protocol 2: a new {@code __torch__.Kernels} with the attribute training = True. */
  private static byte[] object() {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(new byte[] {(byte) 0x80, 2});
    pickle.writeBytes("c__torch__\nKernels\n".getBytes(StandardCharsets.US_ASCII)); // class
    pickle.writeBytes(new byte[] {')', (byte) 0x81}); // created without arguments
    pickle.writeBytes(new byte[] {'}', 'X', 8, 0, 0, 0}); // dictionary, string of 8 bytes
    pickle.writeBytes("training".getBytes(StandardCharsets.US_ASCII));
    pickle.writeBytes(new byte[] {(byte) 0x88, 's', 'b', '.'}); // true, put, build, stop
    return pickle.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(EPOCH);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
