package demo;

import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
@Training(
    learningRate = 0, // error at 20: [RONDO-401] @Training on "TrainingOutOfRange" has learningRate = 0.0, but it must be above 0 and finite. Change it.
    schedule = Schedule.COSINE,
    warmup = 1, // error at 14: [RONDO-401] @Training on "TrainingOutOfRange" has warmup = 1.0, but it must be at least 0 and below 1. Change it.
    epochs = 0, // error at 14: [RONDO-401] @Training on "TrainingOutOfRange" has epochs = 0, but it must be at least 1. Change it.
    batchSize = -1, // error at 17: [RONDO-401] @Training on "TrainingOutOfRange" has batchSize = -1, but it must be at least 1. Change it.
    clipNorm = -1, // error at 16: [RONDO-401] @Training on "TrainingOutOfRange" has clipNorm = -1.0, but it must be at least 0 and finite. Change it.
    weightDecay = Double.NaN, // error at 25: [RONDO-401] @Training on "TrainingOutOfRange" has weightDecay = NaN, but it must be at least 0 and finite. Change it.
    labelSmoothing = 1.5, // error at 22: [RONDO-401] @Training on "TrainingOutOfRange" has labelSmoothing = 1.5, but it must be at least 0 and below 1. Change it.
    patience = -1) // error at 16: [RONDO-401] @Training on "TrainingOutOfRange" has patience = -1, but it must be at least 0. Change it.
interface TrainingOutOfRange {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
