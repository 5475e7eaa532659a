package dev.rondo.runtime.store;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Prints what model files hold, without the classes of their models and without PyTorch: {@code
 * java -cp CLASSPATH dev.rondo.runtime.store.Inspect FILE...}
 */
public final class Inspect {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private Inspect() {}

  /**
   * Prints each file's model, and ends the process: with 0, with 1 if a file cannot be read, or
   * with 2 without files.
   *
   * @param files names of model files
   */
  public static void main(String[] files) {
    System.exit(run(files, System.out, System.err));
  }

  static int run(String[] files, PrintStream out, PrintStream err) {
    if (files.length == 0) {
      err.println("usage: java -cp CLASSPATH " + Inspect.class.getName() + " FILE...");
      return USAGE;
    }
    int code = 0;
    for (String file : files) {
      try {
        out.print(ModelDescription.of(Path.of(file)));
      } catch (ModelFileException | InvalidPathException e) {
        err.println("error: " + e.getMessage());
        code = FAILED;
      }
    }
    return code;
  }
}
