package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KernelArchiveTest {
  @ParameterizedTest
  @CsvSource({"ONE_DNN, products_onednn.py", "PYTORCH, products_pytorch.py"})
  void theArchiveHoldsTheTextsAsTheyAre(KernelArchive.Products products, String second)
      throws IOException {
    assertThat(new String(entries(products).get("rondo/code/__torch__.py"), UTF_8))
        .isEqualTo(text("kernels.py") + text(second));
  }

  private static String text(String name) throws IOException {
    try (InputStream text = KernelArchive.class.getResourceAsStream(name)) {
      assertThat(text).isNotNull();
      return new String(text.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @EnumSource(KernelArchive.Products.class)
  void theArchiveHasThePartsThatPyTorchLooksFor(KernelArchive.Products products)
      throws IOException {
    Map<String, byte[]> entries = entries(products);
    assertThat(entries.keySet())
        .containsExactly(
            "rondo/version", "rondo/constants.pkl", "rondo/data.pkl", "rondo/code/__torch__.py");
    assertThat(new String(entries.get("rondo/version"), UTF_8)).isEqualTo("10\n");
  }

  @ParameterizedTest
  @EnumSource(KernelArchive.Products.class)
  void theSameTextsGiveTheSameBytes(KernelArchive.Products products) {
    assertThat(KernelArchive.bytes(products)).isEqualTo(KernelArchive.bytes(products));
  }

  /** Its digest is among the facts of a training, which another machine compares. */
  @ParameterizedTest
  @EnumSource(KernelArchive.Products.class)
  void theTimeZoneMakesNoDifference(KernelArchive.Products products) {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      byte[] there = KernelArchive.bytes(products);
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(KernelArchive.bytes(products)).isEqualTo(there);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static Map<String, byte[]> entries(KernelArchive.Products products) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    ByteArrayInputStream archive = new ByteArrayInputStream(KernelArchive.bytes(products));
    try (ZipInputStream zip = new ZipInputStream(archive)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
