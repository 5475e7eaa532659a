package dev.rondo.runtime.kernel;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.kernel.KernelArchive.Products;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * A {@link Plan} as one program of PyTorch on the CPU, with the weights in the form that it reads:
 * from symbols and features to scores in one call.
 *
 * <p>Holds copies of weights where their form is another, and does not see later changes of those.
 * Safe for use by many threads; they must be done before {@link #close()}.
 */
public final class PlanProgram implements AutoCloseable {
  private final PtNDManager manager;
  private final PlanLayout layout;
  private final PtSymbolBlock module;
  private final IValue weights;
  private final Queue<PlanPort> ports = new ConcurrentLinkedQueue<>();

  private PlanProgram(
      PtNDManager manager, PlanLayout layout, PtSymbolBlock module, IValue weights) {
    this.manager = manager;
    this.layout = layout;
    this.module = module;
    this.weights = weights;
  }

  /**
   * Loads a plan's program and prepares its weights.
   *
   * @param parent must be open as long as the program is used
   * @param weight the arrays of the plan's weights, by name
   * @throws EngineException if PyTorch refuses the program
   */
  public static PlanProgram load(
      NDManager parent, Plan plan, PlanPrecision precision, Function<String, NDArray> weight) {
    boolean oneDnnLstm = !readsByLstm(plan) || LstmOperator.oneDnnIsRight();
    try {
      return load(parent, plan, precision, weight, Products.ONE_DNN, oneDnnLstm);
    } catch (EngineException e) {
      // a build without oneDNN does not know its operators
      return load(parent, plan, precision, weight, Products.PYTORCH, oneDnnLstm);
    }
  }

  private static boolean readsByLstm(Plan plan) {
    return plan.steps().stream()
        .anyMatch(
            step ->
                step.operator() instanceof Operator.Recurrent layer
                    && layer.recurrence() == Operator.Recurrence.LSTM);
  }

  static PlanProgram load(
      NDManager parent,
      Plan plan,
      PlanPrecision precision,
      Function<String, NDArray> weight,
      Products products,
      boolean oneDnnLstm) {
    PtNDManager manager = (PtNDManager) parent.newSubManager();
    boolean complete = false;
    try {
      PlanLayout layout = new PlanLayout(plan);
      String text = PlanText.of(plan, layout, products, precision, oneDnnLstm);
      PtSymbolBlock module = Kernels.load(manager, KernelArchive.bytes(text));
      List<NDArray> arrays = plan.weights().stream().map(weight).toList();
      PlanProgram program;
      try (IValue own = Arguments.list(arrays)) {
        JniUtils.setGraphExecutorOptimize(false);
        program =
            new PlanProgram(manager, layout, module, IValueUtils.runMethod(module, "prepare", own));
      }
      complete = true;
      return program;
    } finally {
      if (!complete) {
        manager.close();
      }
    }
  }

  /**
   * Computes the scores of a batch.
   *
   * @return those of each head one after the other: of a head for each step those of all real
   *     steps, row by row
   */
  public float[] run(PlanBatch batch) {
    PlanPort port = ports.poll();
    if (port == null) {
      port = new PlanPort(layout);
    }
    try (PtNDManager scratch = (PtNDManager) manager.newSubManager()) {
      port.write(batch);
      NDArray numbers =
          scratch.create(port.numbers(), new Shape(port.numbers().limit() / 8), DataType.INT64);
      NDArray features = numbers; // never read where the plan has none
      if (port.features().hasRemaining()) {
        features =
            scratch.create(
                port.features(), new Shape(port.features().limit() / 4), DataType.FLOAT32);
      }
      JniUtils.setGraphExecutorOptimize(false);
      try (Arguments arguments =
              new Arguments().array(numbers).array(features).numbers(port.sizes()).kept(weights);
          IValue result = IValueUtils.runMethod(module, "run", arguments.values())) {
        return result.toTensor(scratch).toFloatArray();
      }
    } finally {
      ports.add(port);
    }
  }

  /** Frees the program; a second call does nothing. */
  @Override
  public void close() {
    weights.close();
    module.close();
    manager.close();
  }
}
