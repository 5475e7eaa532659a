package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both texts that multiply by large weights, of which a build of PyTorch may know only one. */
class ProductsTest {
  private final NDManager manager = Torch.newManager(Device.cpu());
  private final Random random = new Random(6);

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ONE_DNN, 2048, 128, 1",
    "ONE_DNN, 2051, 130, 7",
    "ONE_DNN, 90, 20, 3",
    "PYTORCH, 2051, 130, 7"
  })
  void scoresAreSumsOfProducts(KernelArchive.Products products, int tokens, int units, int rows) {
    PtSymbolBlock kernels = Kernels.load((PtNDManager) manager, products);
    float[] x = values(rows * units);
    float[] weight = values(tokens * units);
    float[] bias = values(tokens);
    try (Arguments given = new Arguments();
        Arguments prepared = new Arguments()) {
      IValue[] dense =
          IValueUtils.runMethod(
                  kernels,
                  "dense",
                  given
                      .array(manager.create(weight, new Shape(tokens, units)))
                      .array(manager.create(bias))
                      .array(manager.create(new long[] {2}))
                      .values())
              .toIValueArray();
      IValue result =
          IValueUtils.runMethod(
              kernels,
              "linear_blocked",
              prepared
                  .array(manager.create(x, new Shape(rows, units)))
                  .kept(dense[0])
                  .kept(dense[1])
                  .values());
      NDArray scores = result.toTensor((PtNDManager) manager);
      assertThat(scores.getShape()).isEqualTo(new Shape(rows, tokens));
      for (int row = 0; row < rows; row++) {
        for (int token = 0; token < tokens; token++) {
          double sum = bias[token];
          for (int i = 0; i < units; i++) {
            sum += (double) x[row * units + i] * weight[token * units + i];
          }
          float score = scores.getFloat(row, token);
          if (token == 2) {
            assertThat(score).isNegativeInfinity();
          } else {
            assertThat((double) score).isWithin(1e-5).of(sum);
          }
        }
      }
    }
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }

  /** That it throws what it throws is why there is another text to load. */
  @Test
  void anArchiveWithOperatorsThatPyTorchLacksIsNotLoaded() throws IOException {
    byte[] archive =
        withText(
            "ops.mkldnn.", "ops.lacking.", KernelArchive.bytes(KernelArchive.Products.ONE_DNN));
    EngineException thrown =
        assertThrows(
            EngineException.class,
            () ->
                JniUtils.loadModule(
                    (PtNDManager) manager, new ByteArrayInputStream(archive), false, false));
    assertThat(thrown).hasMessageThat().contains("lacking");
  }

  private static byte[] withText(String text, String other, byte[] archive) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        byte[] content = from.readAllBytes();
        if (entry.getName().endsWith(".py")) {
          content = new String(content, UTF_8).replace(text, other).getBytes(UTF_8);
        }
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(content.length);
        copy.setCrc(checksum.getValue());
        to.putNextEntry(copy);
        to.write(content);
        to.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
