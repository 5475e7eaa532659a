package demo;

import dev.rondo.Optimizer;
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
    optimizer = Optimizer.SGD,
    learningRate = Double.POSITIVE_INFINITY, // error at 26: [RONDO-401] @Training on "TrainingOutOfRangeOfStepAndMomentum" has learningRate = Infinity, but it must be above 0 and finite. Change it.
    momentum = 1, // error at 16: [RONDO-401] @Training on "TrainingOutOfRangeOfStepAndMomentum" has momentum = 1.0, but it must be at least 0 and below 1. Change it.
    schedule = Schedule.STEP,
    decayEvery = 0, // error at 18: [RONDO-401] @Training on "TrainingOutOfRangeOfStepAndMomentum" has decayEvery = 0, but it must be at least 1. Change it.
    decayFactor = 1) // error at 19: [RONDO-401] @Training on "TrainingOutOfRangeOfStepAndMomentum" has decayFactor = 1.0, but it must be above 0 and below 1. Change it.
interface TrainingOutOfRangeOfStepAndMomentum {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
