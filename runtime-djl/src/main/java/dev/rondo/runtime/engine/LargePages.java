package dev.rondo.runtime.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory of large arrays in pages of 2 MiB ("transparent huge pages") in place of 4 KiB.
 *
 * <p>A training step of an LSTM takes and gives back more than a hundred megabytes. Linux hands
 * them out page by page at the first touch, which took a third of a step's time. PyTorch asks for
 * large pages only where the environment says so, and looks there when its first array is made: so
 * the variable is set before, unless somebody has set it.
 */
final class LargePages {
  static final String VARIABLE = "THP_MEM_ALLOC_ENABLE";

  private static final Logger LOG = LoggerFactory.getLogger(LargePages.class);
  private static final Path OFFER = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

  private static boolean decided;

  private LargePages() {}

  /**
   * Has PyTorch use them from its first array on; elsewhere than on Linux does nothing. Only the
   * first call takes time, 0.2 s.
   */
  static synchronized void use() {
    if (!decided) {
      decided = true;
      if (wanted(Settings.ofEnvironment(), offer())) {
        set();
      }
    }
  }

  /**
   * Returns whether PyTorch has to be told.
   *
   * @param environment the variables of the process
   * @param offer what Linux says of these pages, such as {@code always [madvise] never}; empty on
   *     another system
   */
  static boolean wanted(Settings environment, String offer) {
    boolean offered = offer.contains("[madvise]") || offer.contains("[always]");
    return offered && environment.get(VARIABLE).isEmpty();
  }

  private static String offer() {
    try {
      return Files.isReadable(OFFER) ? Files.readString(OFFER, StandardCharsets.US_ASCII) : "";
    } catch (IOException e) {
      LOG.debug("Nothing is known of large pages", e);
      return "";
    }
  }

  private static void set() {
    try {
      // JNA starts a thread that stays
      StandardC library = JavasThread.make(() -> Native.load("c", StandardC.class));
      if (library.setenv(VARIABLE, "1", 0) != 0) {
        LOG.debug("{} could not be set", VARIABLE);
      }
    } catch (LinkageError | CompletionException e) {
      LOG.debug("{} could not be set: training goes on with small pages", VARIABLE, e);
    }
  }

  /** The function of C's library that is called. */
  interface StandardC extends Library {
    /** Sets a variable of the environment and returns 0; keeps a value there is if told 0. */
    int setenv(String name, String value, int overwrite);
  }
}
