package dev.rondo.it.typed;

import dev.rondo.Optimizer;
import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Category;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Fill;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.layer.Recurrent;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Models of every kind of typed input and output. */
final class Models {
  private Models() {}

  enum Condition {
    GOOD,
    WORN,
    FAULTY
  }

  enum Channel {
    MAIL,
    PHONE
  }

  enum Risk {
    SEPSIS,
    FALL,
    STROKE
  }

  record Engine(int rpm, @Missing(fill = Fill.LAST) float oil) {}

  record Reading(
      float load,
      Engine engine,
      DayOfWeek day,
      @Category(minFrequency = 1) @Embedding(size = 4) String site,
      @Nullable Double humidity,
      @Elapsed Instant at) {}

  record Verdict(
      @Loss(balanced = true) Condition condition,
      @Dense(hidden = 8) @Loss(kind = LossKind.HUBER, weight = 0.5) float remaining) {}

  @SequenceModel
  @GRU(units = 16)
  interface Machines {
    Verdict check(List<Reading> readings);
  }

  @SequenceModel
  @Recurrent(units = 32)
  @Dense
  interface Regressor {
    float predict(@Series float[] values);
  }

  @SequenceModel
  @LSTM(units = 16, direction = Direction.BIDIRECTIONAL)
  @Dropout(0.1)
  @Dense
  interface Vowels {
    @Category
    String speaker(float[][] sound);
  }

  record Tx(@Scale(Scaling.LOG) double amount, boolean abroad) {}

  @SequenceModel
  @LSTM(units = 16)
  @Dense
  interface Fraud {
    List<Boolean> fraud(List<Tx> card);
  }

  record Vitals(float pulse, @Nullable Float lactate) {}

  @SequenceModel
  @GRU(units = 16)
  @Dense
  interface Risks {
    Set<Risk> risks(List<Vitals> stay);
  }

  record Fast(float value) {}

  record Slow(float value, boolean on) {}

  @SequenceModel
  @Dense
  interface Speeds {
    Prediction<Condition> state(@GRU(units = 8) List<Fast> fast, @GRU(units = 4) Slow[] slow);
  }

  record Profile(int age, Channel channel) {}

  record Click(@Category(minFrequency = 1) @Embedding(size = 8) String page) {}

  record Customer(Profile profile, @LSTM(units = 8) List<Click> clicks) {}

  @SequenceModel
  @Dense
  interface Churn {
    boolean churns(Customer customer);
  }

  record Ticket(Channel queue, @Nullable Float hours) {}

  @SequenceModel
  @GRU(units = 16)
  @Training(epochs = 5)
  interface Triage {
    Ticket triage(@Embedding(size = 8) List<String> words, @Embedding(size = 2) Channel channel);
  }

  record Step(Condition condition, double level) {}

  @SequenceModel
  @GRU(units = 8, direction = Direction.BIDIRECTIONAL)
  interface Steps {
    List<Step> steps(@Vector(2) double[][] values);
  }

  record Signal(double value, List<Channel> channels) {}

  record Guess(OptionalDouble level, boolean high) {}

  /** Answers of steps that examples may lack. */
  @SequenceModel
  @GRU(units = 8)
  interface Guesses {
    List<Guess> guesses(List<Signal> signals);
  }

  @SequenceModel
  @GRU(units = 8)
  @Pool(Pooling.MEAN)
  @Dense
  interface Heading {
    @Vector(3)
    float[] direction(@Vector(4) float[][] samples);
  }

  record Both(List<Condition> tags, Condition all) {}

  @SequenceModel
  @GRU(units = 8, direction = Direction.BIDIRECTIONAL)
  @Dropout(0.1)
  interface Mixed {
    Both both(@Series List<Float> values);
  }

  @SequenceModel
  @GRU(units = 8)
  @Dense
  interface Smoother {
    @Series
    float[] smooth(@Series float[] values, Profile profile);
  }

  // answers in arrays are what this model is about; nobody compares them
  @SuppressWarnings("ArrayRecordComponent")
  record Walk(@Series float[] heights, @Vector(2) double[][] places, float length) {}

  @SequenceModel
  @GRU(units = 8)
  interface Walks {
    Walk walk(@Series float[] strides);
  }

  enum Graded {
    LOST,
    FAULTY,
    GOOD,
    WORN
  }

  @SequenceModel
  @Embedding(size = 4)
  @GRU(units = 6)
  @Dense
  @Training(epochs = 1, optimizer = Optimizer.SGD)
  interface Route {
    Condition route(List<String> words);
  }

  @SequenceModel
  @Embedding(size = 4)
  @GRU(units = 6)
  @Dense
  @Training(epochs = 1, optimizer = Optimizer.SGD)
  interface Grade {
    Graded grade(List<String> words);
  }

  enum Stage {
    EARLY,
    LATE
  }

  /** What {@link Stage} became: another order, and one more. */
  enum LaterStage {
    LATE,
    MIDDLE,
    EARLY
  }

  record Staged(Stage stage, Set<Stage> possible) {}

  record LaterStaged(LaterStage stage, Set<LaterStage> possible) {}

  @SequenceModel(name = "Stages")
  @Embedding(size = 4)
  @GRU(units = 6)
  @Training(optimizer = Optimizer.SGD)
  interface Stages {
    Staged read(List<String> words);
  }

  @SequenceModel(name = "Stages")
  @Embedding(size = 4)
  @GRU(units = 6)
  @Training(optimizer = Optimizer.SGD)
  interface LaterStages {
    LaterStaged read(List<String> words);
  }
}
