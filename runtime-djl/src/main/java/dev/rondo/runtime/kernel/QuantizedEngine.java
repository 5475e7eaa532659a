package dev.rondo.runtime.kernel;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.NativeCalls;
import dev.rondo.runtime.engine.Processor;
import dev.rondo.runtime.engine.Torch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What multiplies whole numbers of 8 bits: FBGEMM, which builds for x86 have and AVX2 needs. */
public final class QuantizedEngine {
  private static final Logger LOG = LoggerFactory.getLogger(QuantizedEngine.class);
  private static final AtomicReference<Boolean> FOUND = new AtomicReference<>();

  private QuantizedEngine() {}

  /** Returns whether it is there and computes; found out once. */
  public static boolean isThere() {
    Boolean known = FOUND.get();
    if (known == null) {
      known = NativeCalls.run(QuantizedEngine::computes);
      FOUND.set(known);
    }
    return known;
  }

  /** Returns why whole numbers are not multiplied; empty if they are. */
  public static Optional<String> whyNot() {
    return isThere()
        ? Optional.empty()
        : Optional.of(
            "PyTorch's FBGEMM, which multiplies such numbers on x86 with AVX2, is not there");
  }

  /** Multiplies 1 by 1: builds without it know the operator, and refuse when it is called. */
  private static boolean computes() {
    String text =
        """
        class Kernels(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool

          def probe(self, one: Tensor) -> Tensor:
            return self.int8_sums(one, one, self.int8_pack(one, None), 63)
        """
            + KernelArchive.methods("gates.py")
            + KernelArchive.methods("int8.py");
    try (PtNDManager manager = (PtNDManager) Torch.newManager(Device.cpu())) {
      PtSymbolBlock module = Kernels.load(manager, KernelArchive.bytes(text));
      try (Arguments one = new Arguments().array(manager.create(new float[][] {{1}}));
          IValue result = IValueUtils.runMethod(module, "probe", one.values())) {
        return Math.abs(result.toTensor(manager).toFloatArray()[0] - 2) < 1e-3;
      } finally {
        module.close();
      }
    } catch (EngineException e) {
      LOG.debug("no products of int8", e);
      return false;
    }
  }

  /**
   * Returns what the largest feature becomes. Without AVX-512 VNNI sums of two products are kept in
   * 16 bits, which twice 255 · 127 does not fit into: features get a bit less there.
   */
  static int levels() {
    List<String> flags = List.of(Processor.facts().getOrDefault("instructions", "").split(" "));
    return flags.contains("avx512_vnni") ? 127 : 63;
  }
}
