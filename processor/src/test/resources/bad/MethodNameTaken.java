package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.runtime.engine.Device;
import java.io.InputStream;
import java.nio.file.Path;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface MethodNameTaken {
  boolean predict(String text);

  default boolean predictScored(String text) { // error at 19: [RONDO-112] "MethodNameTaken" has a method predictScored(java.lang.String), but the generated MethodNameTakenPredictor has one of its own. Rename yours.
    return predict(text);
  }

  default int history() { // error at 15: [RONDO-112] "MethodNameTaken" has a method history(), but the generated MethodNameTakenPredictor has one of its own. Rename yours.
    return 0;
  }

  default MethodNameTaken load(Path file) { // error at 27: [RONDO-112] "MethodNameTaken" has a method load(java.nio.file.Path), but the generated MethodNameTakenPredictor has one of its own. Rename yours.
    return this;
  }

  default MethodNameTaken load(InputStream stream, Device device) { // error at 27: [RONDO-112] "MethodNameTaken" has a method load(java.io.InputStream, dev.rondo.runtime.engine.Device), but the generated MethodNameTakenPredictor has one of its own. Rename yours.
    return this;
  }

  default MethodNameTaken load(String name) {
    return this;
  }

  default boolean predictAll(String text) {
    return predict(text);
  }
}
