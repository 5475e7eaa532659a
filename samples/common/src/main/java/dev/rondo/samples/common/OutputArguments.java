package dev.rondo.samples.common;

import picocli.CommandLine.Option;

/** The options that say what is shown. */
public final class OutputArguments {
  @Option(
      names = "--json",
      description =
          "The last line on standard output is one JSON object with the results; all else goes to"
              + " standard error.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli itself acts on it
  private boolean help;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show what the engine logs, and where errors come from.")
  private boolean verbose;

  /** Returns whether the results are wanted as JSON. */
  public boolean json() {
    return json;
  }

  /**
   * Sets how much is logged to standard error: errors only, unless the user wants more. Has to be
   * called before anything that logs is loaded.
   */
  public void startLogging() {
    String simpleLogger = "org.slf4j.simpleLogger.";
    System.setProperty(simpleLogger + "defaultLogLevel", verbose ? "debug" : "error");
    System.setProperty(simpleLogger + "showThreadName", "false");
    System.setProperty(simpleLogger + "showShortLogName", "true");
  }
}
