package dev.rondo.it.benchmark.turns;

import dev.rondo.runtime.decode.Decoding;
import dev.rondo.runtime.decode.Sampling;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One process of {@link Turns}: measures one thing with one build, and prints lines of a name, a
 * figure and what was answered, as a number to compare.
 */
public final class Turn {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Turn() {}

  /**
   * Measures.
   *
   * @param arguments what, and the folder of the models; of a compilation, which models, how many,
   *     and how far javac goes
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "models" -> TurnModels.make(folder);
      case "translations" -> translations(folder, false);
      case "characters" -> characters(folder, false);
      case "int8" -> {
        translations(folder, true);
        characters(folder, true);
      }
      case "start" -> start(folder);
      case "compile" -> compile(arguments[2], Integer.parseInt(arguments[3]), arguments[4]);
      default -> throw new IllegalArgumentException("no measurement " + arguments[0]);
    }
  }

  private static void translations(Path folder, boolean int8) {
    List<String> sentences = TurnModels.sentences(1_000, 11);
    try (TurnTranslatorPredictor model =
        TurnTranslatorPredictor.load(TurnModels.translator(folder))) {
      String with = int8 ? int8(model) : "";
      Supplier<List<String>> all = () -> model.translateAll(sentences, Decoding.greedy());
      List<Double> times = times(3, 7, all);
      print("1,000 translations greedy" + with + ", ms", times.get(0), all.get());
      List<String> answers = new ArrayList<>();
      List<Double> alone = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        String sentence = sentences.get(i);
        alone.addAll(times(0, 1, () -> answers.add(model.translate(sentence, Decoding.beam(5)))));
      }
      List<Double> warm = new ArrayList<>(alone.subList(100, alone.size()));
      Collections.sort(warm);
      print("one sentence, beam 5, median" + with + ", ms", warm.get(warm.size() / 2), answers);
    }
  }

  private static void characters(Path folder, boolean int8) {
    try (TurnPoetPredictor model = TurnPoetPredictor.load(TurnModels.poet(folder))) {
      String with = int8 ? int8(model) : "";
      for (boolean greedy : new boolean[] {false, true}) {
        Sampling sampling = greedy ? Sampling.greedy() : Sampling.atRandom().seed(5);
        // several openings, of which some may end early
        Supplier<List<String>> texts =
            () -> {
              List<String> written = new ArrayList<>();
              for (int i = 0; i < 20; i++) {
                written.add(model.write("w" + i + " ", sampling.maximumLength(200)));
              }
              return written;
            };
        List<Double> times = times(5, 10, texts);
        List<String> written = texts.get();
        int characters = written.stream().mapToInt(String::length).sum();
        String name = greedy ? "greedy" : "at random";
        print(
            "a character written " + name + with + ", µs",
            1e3 * times.get(0) / characters,
            written);
      }
    }
  }

  /**
   * Lets a model compute with int8 where its build can; by reflection, because other builds cannot.
   *
   * @return what the names of figures end in, whether it can or not: so the two are compared
   */
  private static String int8(Object model) {
    try {
      Object serving = model.getClass().getMethod("serving").invoke(model);
      Class<?> type = Class.forName("dev.rondo.runtime.serve.Precision");
      Object numbers = type.getField("INT8").get(null);
      Class.forName("dev.rondo.runtime.serve.Answering")
          .getMethod("precision", type)
          .invoke(serving, numbers);
    } catch (ReflectiveOperationException e) {
      System.err.println("this build writes with 32 bits only: " + e);
    }
    return ", INT8 where it is there";
  }

  private static void start(Path folder) {
    try (TurnReaderPredictor model = TurnReaderPredictor.load(TurnModels.reader(folder))) {
      // the parent measures until this line
      OUT.println("answer " + model.goodScored("w1 w2 w3 w4 w5 w6 w7").probability(true));
    }
  }

  private static void compile(String models, int number, String option) throws IOException {
    String name = "javac %s, %s models of %s, ms".formatted(option, number, models);
    print(name, TurnCompiler.compile(models.equals("records"), number, option), List.of());
  }

  /** Returns times in milliseconds, the shortest first. */
  private static List<Double> times(int warmUp, int rounds, Supplier<?> work) {
    for (int i = 0; i < warmUp; i++) {
      Objects.requireNonNull(work.get());
    }
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long from = System.nanoTime();
      Objects.requireNonNull(work.get());
      times.add((System.nanoTime() - from) / 1e6);
    }
    Collections.sort(times);
    return times;
  }

  private static void print(String name, double figure, List<String> answers) {
    OUT.printf(Locale.ROOT, "%s\t%.4f\t%08x%n", name, figure, answers.hashCode());
  }
}
