package dev.rondo.runtime;

/** A program that goes on when the engine cannot be started, and mends the cause. */
final class StartsEngineAgain {
  private StartsEngineAgain() {}

  public static void main(String[] arguments) {
    tryToStart();
    tryToStart();
    System.clearProperty("ENGINE_CACHE_DIR");
    tryToStart();
  }

  private static void tryToStart() {
    try {
      StartsEngine.main(new String[0]);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }
}
