package dev.rondo.samples.common;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Runs a sample's command: parses its arguments and turns what goes wrong into one line on standard
 * error and an exit code.
 */
public final class SampleMain {
  /** The exit code where all went well. */
  public static final int OK = 0;

  /** The exit code of a run that failed. */
  public static final int FAILED = 1;

  /** The exit code where the arguments make no sense. */
  public static final int USAGE = 2;

  /** The exit code of a run that Ctrl-C ended, as shells count it. */
  public static final int INTERRUPTED = 130;

  private SampleMain() {}

  /**
   * Runs a command.
   *
   * @param command annotated with {@link CommandLine.Command}; returns the exit code
   * @return the exit code
   */
  public static int run(Callable<Integer> command, Streams streams, String... arguments) {
    CommandLine line = new CommandLine(command);
    line.setOut(writer(streams.out()));
    line.setErr(writer(streams.err()));
    line.setParameterExceptionHandler((e, rejected) -> usage(e, streams.err()));
    line.setExecutionExceptionHandler((e, failed, parsed) -> failure(e, parsed, streams.err()));
    return line.execute(arguments);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
  }

  private static int usage(Exception problem, PrintStream err) {
    err.println("error: " + problem.getMessage());
    err.println("--help lists the options.");
    return USAGE;
  }

  private static int failure(Exception problem, ParseResult parsed, PrintStream err) {
    if (problem instanceof SampleFailure failure && failure.exitCode() == USAGE) {
      return usage(failure, err);
    }
    boolean verbose = parsed.matchedOptionValue("--verbose", false);
    if (verbose) {
      problem.printStackTrace(err);
    }
    err.println("error: " + describe(problem));
    return FAILED;
  }

  /** Exceptions whose messages are not written for users keep their names. */
  private static String describe(Exception problem) {
    String message = problem.getMessage();
    boolean forUsers =
        problem.getClass().getName().startsWith("dev.rondo.")
            || problem instanceof IllegalArgumentException
            || problem instanceof IllegalStateException;
    String text = message == null || !forUsers ? problem.toString() : message;
    return text.lines().findFirst().orElse(text);
  }
}
