package support;

/** Compiled without the names of parameters. */
public interface Unnamed {
  boolean predict(String text);
}
