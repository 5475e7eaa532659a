package dev.rondo.samples.common;

import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.CheckpointReport;
import dev.rondo.runtime.train.CutInputs;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingListener;
import dev.rondo.runtime.train.TrainingPlan;
import dev.rondo.runtime.train.TranscriptEvaluation;
import dev.rondo.runtime.train.VectorCoverage;
import dev.rondo.runtime.train.WeightStart;
import java.util.List;
import java.util.Map;

/**
 * Tells two listeners of a training.
 *
 * @param first is told before the other
 */
record TwoListeners(TrainingListener first, TrainingListener second) implements TrainingListener {
  @Override
  public void onInitialize(WeightStart weight) {
    first.onInitialize(weight);
    second.onInitialize(weight);
  }

  @Override
  public void onTransfer(List<String> taken, List<String> left) {
    first.onTransfer(taken, left);
    second.onTransfer(taken, left);
  }

  @Override
  public void onWordVectors(VectorCoverage coverage) {
    first.onWordVectors(coverage);
    second.onWordVectors(coverage);
  }

  @Override
  public void onCut(CutInputs inputs) {
    first.onCut(inputs);
    second.onCut(inputs);
  }

  @Override
  public void onStart(TrainingPlan plan) {
    first.onStart(plan);
    second.onStart(plan);
  }

  @Override
  public void onResume(BatchProgress progress) {
    first.onResume(progress);
    second.onResume(progress);
  }

  @Override
  public void onBatch(BatchProgress progress) {
    first.onBatch(progress);
    second.onBatch(progress);
  }

  @Override
  public void onCheckpoint(CheckpointReport report) {
    first.onCheckpoint(report);
    second.onCheckpoint(report);
  }

  @Override
  public void onEpoch(EpochReport report) {
    first.onEpoch(report);
    second.onEpoch(report);
  }

  @Override
  public void onTranscripts(TranscriptEvaluation evaluation) {
    first.onTranscripts(evaluation);
    second.onTranscripts(evaluation);
  }

  @Override
  public void onCalibration(Map<String, Double> temperatures) {
    first.onCalibration(temperatures);
    second.onCalibration(temperatures);
  }

  @Override
  public void onEnd(TrainingHistory history) {
    first.onEnd(history);
    second.onEnd(history);
  }
}
