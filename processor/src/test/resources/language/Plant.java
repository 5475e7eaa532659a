package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LayerNorm;
import dev.rondo.layer.LSTM;
import java.util.List;

enum Level {
  LOW,
  HIGH
}

record Fast(float pressure, float flow) {}

record Slow(float temperature) {}

@SequenceModel
@LayerNorm
@Dense(hidden = 5)
interface Plant {
  Level state(@GRU(units = 32) List<Fast> fast, @LSTM(units = {16, 8}) Slow[] slow);
}
