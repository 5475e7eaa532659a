package dev.rondo.samples.common;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a sample reads and writes: answers and results go to {@code out}, everything else to {@code
 * err}.
 *
 * @param in what the user types
 * @param out for answers and results
 * @param err for progress, prompts and messages
 * @param typed whether a person types at a terminal, and so wants to see a prompt
 * @param live whether {@code err} is a terminal, on which a line can be written over
 * @param columns how wide that terminal is
 * @param coloured whether {@code out} is a terminal, and the user wants colours on it
 */
public record Streams(
    BufferedReader in,
    PrintStream out,
    PrintStream err,
    boolean typed,
    boolean live,
    int columns,
    boolean coloured) {
  /** Set by the launcher: which of the descriptors 0, 1 and 2 are terminals, such as "02". */
  private static final String TERMINALS = "rondo.samples.terminals";

  /** Set by the launcher: the width of the terminal. */
  private static final String COLUMNS = "rondo.samples.columns";

  private static final int USUAL_COLUMNS = 80;

  /** Returns those of this process. */
  @SuppressWarnings("SystemConsoleNull") // isTerminal asks where it is never null
  public static Streams ofProcess() {
    Console console = System.console();
    // Java itself only knows whether both 0 and 1 are terminals
    String terminals = System.getProperty(TERMINALS, isTerminal(console) ? "012" : "");
    boolean typed = terminals.contains("0");
    Charset charset =
        typed && console != null ? moreThanAscii(console.charset()) : StandardCharsets.UTF_8;
    return new Streams(
        new BufferedReader(new InputStreamReader(System.in, charset)),
        System.out,
        System.err,
        typed,
        terminals.contains("2"),
        columnsTold(),
        terminals.contains("1") && !noColour());
  }

  /** By the custom of no-color.org. */
  private static boolean noColour() {
    String set = System.getenv("NO_COLOR");
    return set != null && !set.isEmpty();
  }

  /** Terminals that do not know their width say 0. */
  private static int columnsTold() {
    int columns = Integer.getInteger(COLUMNS, USUAL_COLUMNS);
    return columns > 0 ? columns : USUAL_COLUMNS;
  }

  /** Before Java 22 there is a console only on a terminal; since then there always is one. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** A locale without an encoding gives ASCII, which every terminal of today extends to UTF-8. */
  private static Charset moreThanAscii(Charset charset) {
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }
}
