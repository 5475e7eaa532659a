package dev.rondo.runtime.kernel;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.engine.NativeCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operators of {@code kernels.py} on one device, loaded at the first use and kept as long as
 * the process.
 *
 * <p>Safe for use by many threads: a module holds no arrays and no state. Training and inference
 * have modules of their own.
 *
 * <p>PyTorch's graph optimizer specialises a kernel on the shapes of its first calls, which costs
 * more than it gains on kernels of large operators. It is a switch of each thread, so every call
 * turns it off.
 */
final class Kernels {
  private static final Map<Device, Kernels> LOADED = new ConcurrentHashMap<>();
  private static final Map<Device, Kernels> INT8 = new ConcurrentHashMap<>();

  private final PtNDManager manager;
  private final Function<KernelArchive.Products, byte[]> archive;
  private final PtSymbolBlock inference;
  private @Nullable PtSymbolBlock training;
  private final Map<String, NDArray> methodNames = new ConcurrentHashMap<>();

  private Kernels(Device device, Function<KernelArchive.Products, byte[]> archive) {
    // a manager that is nobody's child: the modules stay when everything else is closed
    manager = (PtNDManager) NDManager.newBaseManager(device, "PyTorch");
    this.archive = archive;
    inference = NativeCalls.run(this::load);
  }

  private PtSymbolBlock load() {
    try {
      return load(manager, archive.apply(KernelArchive.Products.ONE_DNN));
    } catch (EngineException e) {
      // a build without oneDNN does not know its operators; whatever else is wrong is so again
      return load(manager, archive.apply(KernelArchive.Products.PYTORCH));
    }
  }

  /**
   * Loads the operators.
   *
   * @throws EngineException if this build of PyTorch does not know what they call
   */
  static PtSymbolBlock load(PtNDManager manager, KernelArchive.Products products) {
    return load(manager, KernelArchive.bytes(products));
  }

  /**
   * Loads an archive.
   *
   * @throws EngineException if this build of PyTorch does not know what it calls
   */
  static PtSymbolBlock load(PtNDManager manager, byte[] archive) {
    try {
      return JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the operators for arrays of a manager's device. */
  static Kernels of(NDManager arrays) {
    return LOADED.computeIfAbsent(
        arrays.getDevice(), device -> new Kernels(device, KernelArchive::bytes));
  }

  /**
   * Returns the operators and those that step with whole numbers of 8 bits, {@code int8_steps.py},
   * for arrays of a manager of the CPU.
   */
  static Kernels ofInt8(NDManager arrays) {
    return INT8.computeIfAbsent(
        arrays.getDevice(), device -> new Kernels(device, KernelArchive::int8Steps));
  }

  /**
   * Runs an operator that records nothing for gradients; arrays that do not require one may be
   * changed in place.
   *
   * @return what it returns, to be closed by the caller
   * @throws ai.djl.engine.EngineException if PyTorch refuses the arguments
   */
  IValue run(String method, IValue... arguments) {
    JniUtils.setGraphExecutorOptimize(false);
    return IValueUtils.runMethod(inference, method, arguments);
  }

  /** Runs an operator like {@link #run(String, IValue...)}. */
  IValue run(String method, Arguments arguments) {
    return run(method, arguments.values());
  }

  /**
   * Runs an operator that may be part of a graph: it is recorded if gradients are recorded on this
   * thread.
   *
   * @param arrays its array arguments; the results belong to the manager of the first
   * @param options its numbers, which it takes as one float64 array on the CPU
   * @param list its list of arrays, in the end; null if it has none
   * @throws ai.djl.engine.EngineException if PyTorch refuses the arguments
   */
  NDList call(String method, List<NDArray> arrays, double[] options, @Nullable List<NDArray> list) {
    NDManager owner = arrays.get(0).getManager();
    try (NDManager scratch = owner.newSubManager(Device.cpu())) {
      List<NDArray> all = new ArrayList<>(arrays);
      all.add(scratch.create(options));
      if (JniUtils.isGradMode()) {
        return record(method, all, list == null ? List.of() : list);
      }
      try (Arguments arguments = new Arguments()) {
        all.forEach(arguments::array);
        if (list != null) {
          arguments.arrays(list);
        }
        try (IValue result = run(method, arguments)) {
          return result.toNDList((PtNDManager) owner);
        }
      }
    }
  }

  /**
   * DJL runs a recorded method on named arrays only: a name in brackets makes a list, one array's
   * name says which method, and a name with a dot would make a dictionary. Arrays of a step belong
   * to one thread, so they can bear these names during the call.
   */
  private NDList record(String method, List<NDArray> arrays, List<NDArray> list) {
    NDList inputs = new NDList(arrays);
    inputs.addAll(list);
    List<@Nullable String> names = new ArrayList<>();
    for (NDArray array : inputs) {
      names.add(array.getName());
    }
    try {
      arrays.forEach(array -> array.setName(null));
      list.forEach(array -> array.setName("list[]"));
      inputs.add(methodNames.computeIfAbsent(method, this::methodName));
      JniUtils.setGraphExecutorOptimize(false);
      return IValueUtils.forward(training(), inputs, true);
    } finally {
      for (int i = 0; i < names.size(); i++) {
        inputs.get(i).setName(names.get(i));
      }
    }
  }

  private synchronized PtSymbolBlock training() {
    if (training == null) {
      training = NativeCalls.run(this::load);
    }
    return training;
  }

  private NDArray methodName(String method) {
    NDArray name = manager.create(0f);
    name.setName("module_method:" + method);
    name.detach(); // lives as long as the process, so it is no manager's
    return name;
  }
}
