package dev.rondo.it.benchmark.report;

import dev.rondo.it.benchmark.AnomalySessionBenchmark;
import dev.rondo.it.benchmark.AnswerBenchmark;
import dev.rondo.it.benchmark.CheckpointBenchmark;
import dev.rondo.it.benchmark.EpochBenchmark;
import dev.rondo.it.benchmark.ExampleFileBenchmark;
import dev.rondo.it.benchmark.LayersBenchmark;
import dev.rondo.it.benchmark.MemoryBenchmark;
import dev.rondo.it.benchmark.PredictionThreadsBenchmark;
import dev.rondo.it.benchmark.SeriesBenchmark;
import dev.rondo.it.benchmark.SpeechBenchmark;
import dev.rondo.it.benchmark.StepBenchmark;
import dev.rondo.it.benchmark.TaggerBenchmark;
import dev.rondo.it.benchmark.TypedBenchmark;
import dev.rondo.it.benchmark.TypedSessionBenchmark;
import dev.rondo.it.benchmark.adding.AddingBenchmark;
import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.PeerProvider;
import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.Workload;
import dev.rondo.runtime.engine.Processor;
import dev.rondo.runtime.kernel.PlanPrecision;
import dev.rondo.runtime.serve.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All tables of the report: what is compared with what, and which figures are shown. */
final class Tables {
  private static final String MICROSECONDS = "%.0f";
  private static final String COUNT = "%.0f";
  private static final String ERROR = "%.4f";

  /** So many times as many epochs of sounds: hearing them once is to be nothing beside them. */
  private static final int SOUND_EPOCHS = 5;

  private final List<PeerProvider> peers = PeerProvider.all();
  private final Scale scale;

  private Tables(Scale scale) {
    this.scale = scale;
  }

  /** Returns the tables. */
  static List<Table> of(Scale scale) {
    Tables tables = new Tables(scale);
    return List.of(
        tables.layers("Training step", "training"),
        tables.layers("Inference", "inference"),
        tables.latency(),
        tables.answers(),
        tables.epochs(),
        tables.threads(),
        tables.memory(),
        tables.checkpoints(),
        tables.files(),
        tables.typedTraining(),
        tables.seriesTraining(),
        tables.typedSession(),
        tables.sounds(),
        tables.hearing(),
        tables.taggers(),
        tables.adding());
  }

  private Table layers(String title, String method) {
    List<Line> lines = new ArrayList<>();
    for (Size size : scale.layers()) {
      for (boolean bidirectional : new boolean[] {false, true}) {
        for (Cell cell : Cell.values()) {
          Workload workload = new Workload(cell, size, bidirectional);
          lines.add(
              new Line(workload.toString(), layerTrials(method, workload), Tables::leastTimes));
        }
      }
    }
    return new Table(
        title,
        "Milliseconds, the shortest of many, from symbols in Java to "
            + (method.equals("training") ? "changed weights" : "scores in Java")
            + "; then Rondo's time divided by that of each peer, and its median by that of the peer"
            + " with the fewest calls.",
        columns("batch × steps, inputs → units", "Rondo, ms", "÷ fewest calls, medians"),
        lines);
  }

  private List<Trial> layerTrials(String method, Workload workload) {
    return peers.stream()
        .map(
            peer ->
                Trial.of(LayersBenchmark.class, method, peer.name())
                    .with("cell", workload.cell())
                    .with("size", workload.size())
                    .with("bidirectional", workload.bidirectional())
                    .with("peer", peer.name())
                    .lacking(peer.lacks(workload)))
        .toList();
  }

  private static List<String> leastTimes(List<Outcome> outcomes) {
    Outcome rondo = outcomes.get(0);
    return withRatios(
        outcomes,
        List.of(
            rondo.show("%.2f", figures -> figures.least() / 1000),
            rondo.ratio(outcomes.get(1), Figures::median)),
        Figures::least);
  }

  private Table latency() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("one step, LSTM 128 → 256 and dense", stepTrials(), Tables::latencies));
    for (boolean bidirectional : new boolean[] {false, true}) {
      Workload workload = new Workload(Cell.LSTM, scale.sentence(), bidirectional);
      lines.add(
          new Line(
              "one sentence of 20 words, " + workload,
              layerTrials("inference", workload),
              Tables::latencies));
    }
    return new Table(
        "Latency",
        "Microseconds for one sequence, its state carried from step to step in the first line;"
            + " then Rondo's median divided by that of each peer.",
        columns("", "Rondo, median", "99 %"),
        lines);
  }

  private List<Trial> stepTrials() {
    return peers.stream()
        .map(
            peer ->
                Trial.of(StepBenchmark.class, "step", peer.name())
                    .with("size", scale.step())
                    .with("peer", peer.name())
                    .lacking(peer.steps(Cell.LSTM) ? Optional.empty() : Optional.of("–")))
        .toList();
  }

  private static List<String> latencies(List<Outcome> outcomes) {
    Outcome rondo = outcomes.get(0);
    return withRatios(
        outcomes,
        List.of(rondo.show(MICROSECONDS, Figures::median), rondo.show(MICROSECONDS, Figures::p99)),
        Figures::median);
  }

  private Table answers() {
    List<Line> lines = new ArrayList<>();
    for (boolean bidirectional : new boolean[] {false, true}) {
      for (Cell cell : List.of(Cell.LSTM, Cell.GRU)) {
        Workload workload = new Workload(cell, scale.sentence(), bidirectional);
        Function<String, Trial> trial =
            who ->
                Trial.of(AnswerBenchmark.class, "answer", who)
                    .with("cell", cell)
                    .with("size", scale.sentence())
                    .with("bidirectional", bidirectional)
                    .with("who", who);
        lines.add(
            new Line(
                workload.toString(),
                List.of(
                    trial.apply(Precision.FLOAT32.name()),
                    trial
                        .apply(Precision.BFLOAT16.name())
                        .lacking(lacks(cell == Cell.LSTM && Processor.multipliesBfloat16())),
                    trial.apply(Precision.INT8.name()).lacking(lacks(worthInt8(workload))),
                    trial.apply("DJL, fewest calls")),
                Tables::answerFigures));
      }
    }
    return new Table(
        "One answer",
        "Microseconds for one sentence by one thread, of Rondo and of DJL: the shortest of many,"
            + " and what one in a hundred exceeds divided by the median; then the shortest of each"
            + " precision divided by that of the fewest calls of DJL.",
        List.of(
            "", "float32, µs", "99 % ÷ median", "float32", "bfloat16", "int8", "fewest calls, µs"),
        lines);
  }

  private static boolean worthInt8(Workload workload) {
    int units = workload.size().units();
    return switch (workload.cell()) {
      case LSTM -> units >= PlanPrecision.INT8_LSTM_UNITS;
      case GRU -> units >= PlanPrecision.INT8_GRU_UNITS;
      case RNN -> false;
    };
  }

  private static Optional<String> lacks(boolean there) {
    return there ? Optional.empty() : Optional.of("–");
  }

  private static List<String> answerFigures(List<Outcome> outcomes) {
    Outcome float32 = outcomes.get(0);
    Outcome peer = outcomes.get(3);
    List<String> cells = new ArrayList<>();
    cells.add(float32.show(MICROSECONDS, Figures::least));
    cells.add(float32.show("%.1f", figures -> figures.p99() / figures.median()));
    outcomes.stream().limit(3).forEach(one -> cells.add(one.ratio(peer, Figures::least)));
    cells.add(peer.show(MICROSECONDS, Figures::least));
    return cells;
  }

  private Table epochs() {
    List<Line> lines = new ArrayList<>();
    for (boolean bidirectional : new boolean[] {false, true}) {
      Function<String, Trial> trial =
          method ->
              Trial.of(EpochBenchmark.class, method, method)
                  .with("size", scale.epoch())
                  .with("batches", scale.batches())
                  .with("bidirectional", bidirectional);
      lines.add(
          new Line(
              new Workload(Cell.LSTM, scale.epoch(), bidirectional).toString(),
              List.of(trial.apply("bucketed"), trial.apply("shuffled")),
              Tables::epochTimes));
    }
    return new Table(
        "Epoch of sequences of 5 to 50 steps",
        "Milliseconds, the shortest of three, for an epoch of "
            + scale.batches()
            + " full batches: as Rondo makes them, and padded in random batches; Rondo in both.",
        List.of("", "by length, ms", "at random, ms", "÷ at random"),
        lines);
  }

  private static List<String> epochTimes(List<Outcome> outcomes) {
    ToDoubleFunction<Figures> milliseconds = figures -> figures.least() / 1000;
    return withRatios(
        outcomes,
        outcomes.stream().map(outcome -> outcome.show("%.0f", milliseconds)).toList(),
        Figures::least);
  }

  private Table threads() {
    List<Line> lines =
        Stream.of("predicting", "other")
            .map(
                starter ->
                    new Line(
                        "engine started by "
                            + (starter.equals("other") ? "another thread" : "a predicting thread"),
                        Stream.of("eightThreads", "gathered", "oneThread")
                            .map(
                                method ->
                                    Trial.of(PredictionThreadsBenchmark.class, method, method)
                                        .with("starter", starter))
                            .toList(),
                        Tables::throughputs))
            .toList();
    return new Table(
        "Predictions from many threads",
        "Sentences of 20 words a second, one a call, by a generated predictor.",
        List.of("", "8 threads", "64, gathered", "1 thread", "8 ÷ 1", "gathered ÷ 1"),
        lines);
  }

  private static List<String> throughputs(List<Outcome> outcomes) {
    Outcome one = outcomes.get(2);
    List<String> cells = new ArrayList<>();
    outcomes.forEach(outcome -> cells.add(outcome.show(COUNT, Figures::score)));
    outcomes.subList(0, 2).forEach(outcome -> cells.add(outcome.ratio(one, Figures::score)));
    return cells;
  }

  private Table memory() {
    List<Line> lines =
        List.of(
            memory("training", "training steps"),
            memory("predictions", "predictions"),
            memory("sessionSteps", "times ten steps of 10000 sessions"),
            memory("languageModel", "training steps of a language model that writes"));
    return new Table(
        "Memory",
        "Native arrays, and resident memory in MiB with a heap of 256 MiB: before, after a fifth"
            + " of the repetitions, and after all. Bidirectional LSTM, "
            + scale.memory()
            + ", lengths of all kinds; those of the language model and of the sessions are"
            + " forward.",
        List.of("", "arrays before", "warm", "after", "MiB before", "warm", "after"),
        lines);
  }

  private Line memory(String method, String repeated) {
    return new Line(
        scale.repetitions() + " " + repeated,
        List.of(
            Trial.of(MemoryBenchmark.class, method, "Rondo")
                .with("size", scale.memory())
                .with("repetitions", scale.repetitions())),
        Tables::memoryFigures);
  }

  private static List<String> memoryFigures(List<Outcome> outcomes) {
    Outcome only = outcomes.get(0);
    List<String> cells = new ArrayList<>();
    for (String when : List.of("AtStart", "Warm", "AtEnd")) {
      cells.add(only.show(COUNT, figures -> figures.counter("arrays" + when)));
    }
    for (String when : List.of("AtStart", "Warm", "AtEnd")) {
      cells.add(only.show("%.0f", figures -> figures.counter("resident" + when) / 1024));
    }
    return cells;
  }

  private Table checkpoints() {
    return new Table(
        "Checkpoints",
        "Of a language model with Adam and validation, %s of them: for how long each holds the training up, how long it is then written beside the training, and what it takes."
            .formatted(scale.checkpoints()),
        List.of(
            "",
            "held up, ms, median",
            "longest",
            "written, ms, median",
            "file ÷ weights",
            "memory ÷ weights"),
        List.of(
            new Line(
                scale.largeCheckpoint() ? "26 million weights, 104 MB" : "few weights",
                List.of(
                    Trial.of(CheckpointBenchmark.class, "training", "Rondo")
                        .with("large", scale.largeCheckpoint())
                        .with("checkpoints", scale.checkpoints())),
                Tables::checkpointFigures)));
  }

  private static List<String> checkpointFigures(List<Outcome> outcomes) {
    Outcome only = outcomes.get(0);
    return List.of(
        only.show("%.0f", figures -> figures.counter("heldUpMedian") / 1000),
        only.show("%.0f", figures -> figures.counter("heldUpLongest") / 1000),
        only.show("%.0f", figures -> figures.counter("writtenMedian") / 1000),
        only.show("%.2f", figures -> figures.counter("fileBytes") / figures.counter("weightBytes")),
        only.show(
            "%.2f",
            figures ->
                Math.max(
                    0, figures.counter("residentMore") * 1024 / figures.counter("weightBytes"))));
  }

  private Table typedTraining() {
    Function<String, Trial> trial =
        method ->
            Trial.of(TypedBenchmark.class, method, method).with("epochs", scale.typedEpochs());
    return new Table(
        "Training on arrays of numbers",
        "Milliseconds, the shortest of several, for "
            + scale.typedEpochs()
            + " epochs of 10 batches: a generated trainer from float[][], encoding and scaling"
            + " included, and the fewest calls of DJL on arrays that are ready.",
        List.of("", "generated, ms", "fewest calls, ms", "÷ fewest calls"),
        List.of(
            new Line(
                "64 × 100 steps of 12 features, GRU 64",
                List.of(trial.apply("generated"), trial.apply("fewestCalls")),
                Tables::epochTimes)));
  }

  private Table seriesTraining() {
    Function<String, Trial> trial =
        method ->
            Trial.of(SeriesBenchmark.class, method, method)
                .with("series", scale.series())
                .with("batches", scale.seriesBatches());
    return new Table(
        "Training on series",
        "Milliseconds, the shortest of several, for "
            + scale.seriesBatches()
            + " steps of 256 windows: a generated forecaster from records, all that it learns of"
            + " the series before its first step included, and the fewest calls of DJL on windows"
            + " that are ready. Native arrays and resident memory in MiB of the former: before,"
            + " after a fifth of the steps, and after all.",
        List.of(
            "",
            "generated, ms",
            "fewest calls, ms",
            "÷ fewest calls",
            "arrays before",
            "warm",
            "after",
            "MiB before",
            "warm",
            "after"),
        List.of(
            new Line(
                scale.series() + " × 1000 steps, window 168, horizon 24, GRU 32",
                List.of(trial.apply("generated"), trial.apply("fewestCalls")),
                outcomes ->
                    Stream.of(epochTimes(outcomes), memoryFigures(outcomes))
                        .flatMap(List::stream)
                        .toList())));
  }

  private Table sounds() {
    int epochs = SOUND_EPOCHS * scale.typedEpochs();
    Function<String, Trial> trial =
        method -> Trial.of(SpeechBenchmark.class, method, method).with("epochs", epochs);
    return new Table(
        "Training on sounds",
        "Milliseconds, the shortest of several, for "
            + epochs * SpeechBenchmark.BATCHES
            + " steps: a generated trainer from sounds, hearing them included, and the fewest calls"
            + " of DJL on features that are ready.",
        List.of("", "generated, ms", "fewest calls, ms", "÷ fewest calls"),
        List.of(
            new Line(
                "16 × 3 s, 80 bands, convolution 128, GRU 2 × 128 both ways, CTC",
                List.of(trial.apply("generated"), trial.apply("fewestCalls")),
                Tables::epochTimes)));
  }

  private Table hearing() {
    return new Table(
        "Hearing",
        "Seconds of sound that become features in a second, by one thread.",
        List.of("", "× real time"),
        List.of(
            new Line(
                "80 bands at 16 kHz",
                List.of(Trial.of(SpeechBenchmark.class, "hear", "Rondo")),
                outcomes ->
                    List.of(
                        outcomes
                            .get(0)
                            .show(
                                COUNT,
                                figures -> SpeechBenchmark.HEARD * 1e6 / figures.least())))));
  }

  private Table typedSession() {
    return new Table(
        "Sessions of records",
        "Records of eight components a second, by one thread: encoded, scaled, read and answered,"
            + " or scored as anomalies.",
        List.of("", "steps/s"),
        List.of(
            session("GRU 64", TypedSessionBenchmark.class),
            session("GRU 64, scores of anomalies", AnomalySessionBenchmark.class)));
  }

  private static Line session(String name, Class<?> benchmark) {
    return new Line(
        name,
        List.of(Trial.of(benchmark, "next", "Rondo")),
        outcomes -> List.of(outcomes.get(0).show(COUNT, Figures::score)));
  }

  private Table taggers() {
    return new Table(
        "Tagging",
        "Generated taggers of 17 tags, LSTM both ways, 100 → 128: milliseconds of a training step"
            + " of 32 × 25 tokens, the mean of the fastest training, encoding included, and that"
            + " divided by the step of the first line and by one of the same layers without @Crf"
            + " and @Characters by the fewest calls of DJL on word numbers that are ready;"
            + " microseconds for a sentence of 20 words alone; tokens a second of sentences of 1 to"
            + " 49 words at once.",
        List.of("", "step, ms", "÷ words", "÷ fewest calls", "alone, median", "99 %", "tokens/s"),
        List.of(
            taggers("words", TaggerBenchmark.Model.WORDS),
            taggers("words, @Crf", TaggerBenchmark.Model.CRF),
            taggers("words, @Characters, @Crf", TaggerBenchmark.Model.CHARACTERS)));
  }

  private Line taggers(String name, TaggerBenchmark.Model model) {
    Function<String, Trial> trial =
        method -> Trial.of(TaggerBenchmark.class, method, method).with("model", model);
    Trial training = trial.apply("training").with("epochs", scale.typedEpochs());
    return new Line(
        name,
        List.of(
            training,
            training.with("model", TaggerBenchmark.Model.WORDS),
            Trial.of(TaggerBenchmark.class, "fewestCalls", "fewestCalls")
                .with("model", TaggerBenchmark.Model.WORDS)
                .with("epochs", scale.typedEpochs()),
            trial.apply("alone"),
            trial.apply("together")),
        this::taggerFigures);
  }

  private List<String> taggerFigures(List<Outcome> outcomes) {
    int steps = TaggerBenchmark.BATCHES * scale.typedEpochs();
    return List.of(
        outcomes.get(0).show("%.2f", figures -> figures.least() / 1000 / steps),
        outcomes.get(0).ratio(outcomes.get(1), Figures::least),
        outcomes.get(0).ratio(outcomes.get(2), Figures::least),
        outcomes.get(3).show(MICROSECONDS, Figures::median),
        outcomes.get(3).show(MICROSECONDS, Figures::p99),
        outcomes
            .get(4)
            .show(COUNT, figures -> TaggerBenchmark.TOGETHER / (figures.median() / 1e6)));
  }

  private Table files() {
    List<Line> lines =
        Stream.of("csv", "jsonl")
            .map(
                format ->
                    new Line(
                        (format.equals("csv") ? "CSV, groups of 100 rows, " : "JSON Lines, ")
                            + scale.megabytes()
                            + " MB",
                        List.of(
                            Trial.of(ExampleFileBenchmark.class, "read", "Rondo")
                                .with("megabytes", scale.megabytes())
                                .with("format", format)),
                        this::megabytesPerSecond))
            .toList();
    return new Table(
        "Reading files",
        "Megabytes a second of typed examples, by one thread in a heap of 64 MiB.",
        List.of("", "MB/s"),
        lines);
  }

  private List<String> megabytesPerSecond(List<Outcome> outcomes) {
    return List.of(outcomes.get(0).show(COUNT, figures -> scale.megabytes() * figures.score()));
  }

  private Table adding() {
    List<Cell> cells = List.of(Cell.RNN, Cell.LSTM, Cell.GRU);
    List<Line> lines =
        scale.adding().stream()
            .map(
                length ->
                    new Line(
                        length + " steps",
                        cells.stream()
                            .map(
                                cell ->
                                    Trial.of(AddingBenchmark.class, "adding", cell.name())
                                        .with("cell", cell)
                                        .with("length", length)
                                        .with("updates", scale.updates()))
                            .toList(),
                        Tables::addingErrors))
            .toList();
    return new Table(
        "Adding problem",
        "Mean squared error after %s training steps of %s sequences, %s units, Adam, the better of"
                .formatted(scale.updates(), AddingBenchmark.BATCH, AddingBenchmark.UNITS)
            + " the learning rates "
            + AddingBenchmark.RATES.stream()
                .map(Object::toString)
                .collect(Collectors.joining(" and "))
            + ", which stands behind it.",
        List.of("", "always 1", "Elman", "rate", "LSTM", "rate", "GRU", "rate"),
        lines);
  }

  private static List<String> addingErrors(List<Outcome> outcomes) {
    List<String> cells = new ArrayList<>();
    cells.add(outcomes.get(0).show(ERROR, figures -> figures.counter("always1")));
    for (Outcome outcome : outcomes) {
      cells.add(outcome.show(ERROR, figures -> figures.counter("error")));
      cells.add(outcome.show("%.3f", figures -> figures.counter("learningRate")));
    }
    return cells;
  }

  private List<String> columns(String... first) {
    return Stream.concat(Stream.of(first), peers.stream().skip(1).map(peer -> "÷ " + peer.name()))
        .toList();
  }

  private static List<String> withRatios(
      List<Outcome> outcomes, List<String> first, ToDoubleFunction<Figures> figure) {
    List<String> cells = new ArrayList<>(first);
    outcomes.stream().skip(1).forEach(other -> cells.add(outcomes.get(0).ratio(other, figure)));
    return cells;
  }
}
