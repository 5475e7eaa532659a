package dev.rondo.runtime.train;

/** A program that trains a model and says nothing about listeners. */
public final class TrainsWithoutListener {
  private TrainsWithoutListener() {}

  public static void main(String[] arguments) {
    new TinyTrainer().epochs(2).fit(Sample.random(40, 1)).close();
  }
}
