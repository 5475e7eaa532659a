package dev.rondo.runtime.train.checkpoint;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.train.checkpoint.Checkpoint.Part;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a training was like stays as it was, whatever the next step makes of it. */
class StateMemoryTest {
  private static StateArray array(
      Map<Part, Map<String, StateArray>> copies, Part part, String name) {
    return Objects.requireNonNull(copies.getOrDefault(part, Map.of()).get(name));
  }

  @Test
  void copiesStayUntilTheNextAreTaken() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        StateMemory memory = new StateMemory(manager.newSubManager())) {
      NDArray w = manager.create(new float[] {1, Float.NaN, -0f, 4}, new Shape(2, 2));
      NDArray steps = manager.create(3f);
      memory.reserve(Part.WEIGHTS, Map.of("w", w));
      Map<Part, Map<String, NDArray>> live =
          Map.of(Part.WEIGHTS, Map.of("w", w), Part.OPTIMIZER, Map.of("w.step", steps));

      Map<Part, Map<String, StateArray>> first = memory.copy(live);
      w.addi(1);
      steps.addi(1);

      StateArray copy = array(first, Part.WEIGHTS, "w");
      assertThat(copy.shape()).isEqualTo(new long[] {2, 2});
      assertThat(copy.values()).isEqualTo(new float[] {1, Float.NaN, -0f, 4});
      assertThat(copy.buffer().remaining()).isEqualTo(4);
      assertThat(copy.buffer().isReadOnly()).isTrue();
      assertThat(array(first, Part.OPTIMIZER, "w.step").shape()).isEmpty();
      assertThat(array(first, Part.OPTIMIZER, "w.step").values()).isEqualTo(new float[] {3});

      Map<Part, Map<String, StateArray>> second = memory.copy(live);
      assertThat(array(second, Part.WEIGHTS, "w").values())
          .isEqualTo(new float[] {2, Float.NaN, 1, 5});
      // into the same memory
      assertThat(copy.values()).isEqualTo(array(second, Part.WEIGHTS, "w").values());
    }
  }

  @Test
  void streamsMayBecomeFewerAndAnArrayMayBeEmpty() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        StateMemory memory = new StateMemory(manager.newSubManager())) {
      NDArray three = manager.create(new float[] {1, 2, 3}, new Shape(3, 1));
      NDArray two = manager.create(new float[] {4, 5}, new Shape(2, 1));
      NDArray none = manager.create(new Shape(0, 3));
      memory.copy(Map.of(Part.STREAMS, Map.of("lstm.0", three)));

      Map<Part, Map<String, StateArray>> copies =
          memory.copy(Map.of(Part.STREAMS, Map.of("lstm.0", two, "gru.0", none)));

      assertThat(array(copies, Part.STREAMS, "lstm.0").values()).isEqualTo(new float[] {4, 5});
      assertThat(array(copies, Part.STREAMS, "gru.0").values()).isEmpty();
      assertThat(array(copies, Part.STREAMS, "gru.0").shape()).isEqualTo(new long[] {0, 3});
    }
  }
}
