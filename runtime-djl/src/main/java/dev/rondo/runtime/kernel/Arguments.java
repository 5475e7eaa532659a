package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of one call, as values of TorchScript. Values are native memory without an owner:
 * those made here are freed when the arguments are closed.
 */
final class Arguments implements AutoCloseable {
  private final List<IValue> values = new ArrayList<>();
  private final List<IValue> own = new ArrayList<>();

  /** Adds an array. */
  Arguments array(NDArray array) {
    return own(IValue.from((PtNDArray) array));
  }

  /** Adds a list of arrays, which may be empty. */
  Arguments arrays(List<NDArray> arrays) {
    return own(list(arrays));
  }

  /** Adds a whole number. */
  Arguments number(long number) {
    return own(IValue.from(number));
  }

  /** Adds a list of whole numbers. */
  Arguments numbers(long... numbers) {
    return own(IValue.listFrom(numbers));
  }

  /** Adds a real number. */
  Arguments real(double number) {
    return own(IValue.from(number));
  }

  /** Adds a list of real numbers. */
  Arguments reals(double... numbers) {
    return own(IValue.listFrom(numbers));
  }

  /** Adds a yes or no. */
  Arguments flag(boolean flag) {
    return own(IValue.from(flag));
  }

  /** Adds a value that somebody else keeps. */
  Arguments kept(IValue value) {
    values.add(value);
    return this;
  }

  /** Returns a list of arrays as a value that the caller has to close. */
  static IValue list(List<NDArray> arrays) {
    return IValue.listFrom(arrays.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
  }

  IValue[] values() {
    return values.toArray(IValue[]::new);
  }

  private Arguments own(IValue value) {
    own.add(value);
    return kept(value);
  }

  @Override
  public void close() {
    own.forEach(IValue::close);
  }
}
