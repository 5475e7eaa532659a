package dev.rondo.runtime.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The sample's file taken apart, to be put together again differently, as somebody with a zip tool
 * would: compressed, with times, with data descriptors.
 */
final class ZipEdit {
  private static final String DIGEST = "(\\n  \"sha256\": \")[0-9a-f]{64}";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private String manifest;

  ZipEdit(Path file) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    manifest = new String(get(ModelFormat.MANIFEST), StandardCharsets.UTF_8);
    entries.remove(ModelFormat.MANIFEST);
  }

  byte[] get(String name) {
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      throw new AssertionError(name + " is missing");
    }
    return bytes;
  }

  String manifest() {
    return manifest;
  }

  /** Replaces in model.json what must be there. */
  ZipEdit manifest(String old, String replacement) {
    if (!manifest.contains(old)) {
      throw new AssertionError(old + " is not in " + manifest);
    }
    manifest = manifest.replace(old, replacement);
    return this;
  }

  ZipEdit manifest(String whole) {
    manifest = whole;
    return this;
  }

  ZipEdit put(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  ZipEdit remove(String name) {
    get(name);
    entries.remove(name);
    return this;
  }

  /** Replaces an entry and says so in model.json, size and digest included. */
  ZipEdit forge(String name, byte[] bytes) throws IOException {
    String old = described(name, get(name));
    entries.put(name, bytes);
    return manifest(old, described(name, bytes));
  }

  private static String described(String name, byte[] bytes) throws IOException {
    ZipPart part = ZipPart.of(name, out -> out.write(bytes), Long.MAX_VALUE, Place.ofStream());
    return "\"size\": " + part.size() + ",\n      \"sha256\": \"" + part.sha256() + "\"";
  }

  /** Returns the file, whose model.json has its right digest if it has one. */
  byte[] bytes() {
    manifest = manifest.replaceFirst(DIGEST, "$1" + ManifestDigest.OPEN);
    return manifest.contains(ManifestDigest.OPEN)
        ? bytes(ManifestDigest.sealed(manifest.getBytes(StandardCharsets.UTF_8)))
        : bytesAsTheyAre();
  }

  /** Returns the file with the digest in model.json that was there before. */
  byte[] bytesAsTheyAre() {
    return bytes(manifest.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] bytes(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, ModelFormat.MANIFEST, json);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
