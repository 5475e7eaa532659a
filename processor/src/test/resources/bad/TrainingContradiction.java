package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
@Training(warmup = 0.2, decayEvery = 3, decayFactor = 0.1, momentum = 0.8) // error at 20: [RONDO-402] @Training on "TrainingContradiction" has warmup, which only schedule = COSINE uses, but schedule is CONSTANT. Remove warmup, or write schedule = COSINE.
//& error at 38: [RONDO-402] @Training on "TrainingContradiction" has decayEvery, which only schedule = STEP uses, but schedule is CONSTANT. Remove decayEvery, or write schedule = STEP.
//& error at 55: [RONDO-402] @Training on "TrainingContradiction" has decayFactor, which only schedule = STEP uses, but schedule is CONSTANT. Remove decayFactor, or write schedule = STEP.
//& error at 71: [RONDO-402] @Training on "TrainingContradiction" has momentum, which only optimizer = SGD uses, but optimizer is ADAM. Remove momentum, or write optimizer = SGD.
interface TrainingContradiction {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
