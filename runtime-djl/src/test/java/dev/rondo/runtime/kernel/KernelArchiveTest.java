package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class KernelArchiveTest {
  @Test
  void theArchiveHoldsTheTextAsItIs() throws IOException {
    try (InputStream text = KernelArchive.class.getResourceAsStream("kernels.py")) {
      assertThat(text).isNotNull();
      assertThat(entries().get("rondo/code/__torch__.py")).isEqualTo(text.readAllBytes());
    }
  }

  @Test
  void theArchiveHasThePartsThatPyTorchLooksFor() throws IOException {
    Map<String, byte[]> entries = entries();
    assertThat(entries.keySet())
        .containsExactly(
            "rondo/version", "rondo/constants.pkl", "rondo/data.pkl", "rondo/code/__torch__.py");
    assertThat(new String(entries.get("rondo/version"), UTF_8)).isEqualTo("10\n");
  }

  @Test
  void theSameTextGivesTheSameBytes() {
    assertThat(KernelArchive.bytes()).isEqualTo(KernelArchive.bytes());
  }

  private static Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(KernelArchive.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
