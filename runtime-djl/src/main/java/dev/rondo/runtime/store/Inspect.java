package dev.rondo.runtime.store;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Prints what model files hold, without the classes of their models and without PyTorch: {@code
 * java -cp CLASSPATH dev.rondo.runtime.store.Inspect FILE...}, or {@code samples/run inspect
 * FILE...} in Rondo's sources.
 */
public final class Inspect {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private static final String HELP =
      "Usage: inspect FILE...\n"
          + "Prints what model files hold: model, codecs, layers with the shapes of their weights,"
          + " how the training went, and its settings, data and machine.";

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

  /**
   * Prints each file's model.
   *
   * @param files names of model files, or {@code --help} alone
   * @return 0, 1 if a file cannot be read, or 2 without files
   */
  static int run(String[] files, PrintStream out, PrintStream err) {
    if (files.length == 1 && (files[0].equals("--help") || files[0].equals("-h"))) {
      out.println(HELP);
      return 0;
    }
    if (files.length == 0) {
      err.println(HELP);
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
