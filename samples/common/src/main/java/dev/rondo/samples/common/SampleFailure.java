package dev.rondo.samples.common;

import java.io.Serial;

/** Something the user can do something about; the message is all they need to know. */
public final class SampleFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int exitCode;

  private SampleFailure(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Returns the failure of a run, such as a file that cannot be written. */
  public static SampleFailure of(String message) {
    return new SampleFailure(message, SampleMain.FAILED);
  }

  /** Returns the failure of arguments that make no sense together. */
  public static SampleFailure usage(String message) {
    return new SampleFailure(message, SampleMain.USAGE);
  }

  /** Returns the exit code that the process should end with. */
  public int exitCode() {
    return exitCode;
  }
}
