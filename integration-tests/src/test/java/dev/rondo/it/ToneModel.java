package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;

/** Layers that a kernel steps. */
@SequenceModel
@Embedding(size = 8)
@LSTM(units = 8)
@Dropout(0.1)
@GRU(units = {6, 5})
@Dense(hidden = 4)
@Training(learningRate = 0.02, epochs = 3, batchSize = 16)
interface ToneModel {
  Mood judge(String text);
}
