package dev.rondo.it.benchmark;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

/** A classifier of series of twelve channels. */
@SequenceModel
@Training(batchSize = 64)
@GRU(units = 64)
@Dense
interface MotionModel {
  /** Says what is done. */
  Motion motion(float[][] samples);

  /** What can be done. */
  enum Motion {
    WALK,
    RUN,
    SIT,
    STAND
  }
}
