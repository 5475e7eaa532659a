package demo;

import dev.rondo.SequenceModel;

@SequenceModel
interface NoLayers { // error at 1: [RONDO-207] "NoLayers" has no recurrent layer, so that nothing reads the sequence. Write @LSTM, @GRU or @Recurrent before the output.
//& error at 1: [RONDO-210] "NoLayers" has no output layer. Write @Dense as the last layer.
  Mood predict(String text); // error at 23: [RONDO-205] The tokens of "text" must be looked up before another layer can read them. Write @Embedding(size = 64) as the first layer.
}

enum Mood { GOOD, BAD }
