package dev.rondo.runtime.data;

import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Tells the user what should be seen by default: by SLF4J, or on standard error where the
 * application has no provider of it.
 */
public final class Notices {
  private Notices() {}

  /**
   * Returns what tells lines of information.
   *
   * @param logger the name of the logger
   */
  public static Consumer<String> information(String logger) {
    Logger log = LoggerFactory.getLogger(logger);
    return nothingLogs() ? System.err::println : log::info;
  }

  /**
   * Returns what tells lines of warning.
   *
   * @param logger the name of the logger
   */
  public static Consumer<String> warning(String logger) {
    Logger log = LoggerFactory.getLogger(logger);
    return nothingLogs() ? System.err::println : log::warn;
  }

  /**
   * Returns whether SLF4J has no provider. Where slf4j-nop is, the application wants silence; where
   * nothing is, nobody thought of it.
   */
  public static boolean nothingLogs() {
    return LoggerFactory.getILoggerFactory() instanceof NOPLoggerFactory
        && ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader())
            .stream()
            .findAny()
            .isEmpty();
  }
}
