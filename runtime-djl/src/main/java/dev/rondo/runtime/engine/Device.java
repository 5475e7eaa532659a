package dev.rondo.runtime.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a network computes: the CPU, or one CUDA GPU. Creating one does not start the engine. */
public final class Device {
  private static final Device CPU = new Device(-1);

  private final int gpu;

  private Device(int gpu) {
    this.gpu = gpu;
  }

  /** Returns the CPU. */
  public static Device cpu() {
    return CPU;
  }

  /**
   * Returns a CUDA GPU; whether the machine has it is checked when a network is put on it.
   *
   * @param index counted from 0
   * @throws IllegalArgumentException if the index is negative
   */
  public static Device gpu(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("GPU index is " + index + ", must be 0 or more");
    }
    return new Device(index);
  }

  /**
   * Returns the device of a name: {@code cpu}, {@code cuda} (the first GPU), {@code cuda:1}; {@code
   * gpu} means the same as {@code cuda}.
   *
   * @throws IllegalArgumentException if the name is none of these
   */
  public static Device parse(String name) {
    String text = name.strip().toLowerCase(Locale.ROOT);
    if (text.equals("cpu")) {
      return CPU;
    }
    if (text.matches("(cuda|gpu)(:\\d{1,4})?")) {
      int colon = text.indexOf(':');
      return gpu(colon < 0 ? 0 : Integer.parseInt(text.substring(colon + 1)));
    }
    throw new IllegalArgumentException(
        "unknown device \"" + name + "\": use cpu, cuda or cuda:N with N counted from 0");
  }

  /** Returns whether this is a GPU. */
  public boolean isGpu() {
    return gpu >= 0;
  }

  /** Returns the index of the GPU, counted from 0; -1 for the CPU. */
  public int index() {
    return gpu;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Device that && gpu == that.gpu;
  }

  @Override
  public int hashCode() {
    return gpu;
  }

  /** Returns the name that {@link #parse} understands. */
  @Override
  public String toString() {
    return isGpu() ? "cuda:" + gpu : "cpu";
  }
}
