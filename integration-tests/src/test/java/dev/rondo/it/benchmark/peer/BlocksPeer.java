package dev.rondo.it.benchmark.peer;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import java.util.Arrays;

/** DJL as its documentation teaches it: blocks, a trainer, {@link EasyTrain} and a predictor. */
final class BlocksPeer implements Peer {
  private final Workload workload;
  private final Model model;
  private final Trainer trainer;
  private final Predictor<long[], float[]> predictor;
  private final long[] tokens;
  private final long[] classes;

  BlocksPeer(Workload workload) {
    this.workload = workload;
    Shape shape = new Shape(workload.size().batch(), workload.size().steps());
    model = Model.newInstance("classifier", Device.cpu(), "PyTorch");
    model.setBlock(Blocks.of(workload, model.getNDManager()));
    Adam adam =
        Adam.builder().optLearningRateTracker(Tracker.fixed(Workload.LEARNING_RATE)).build();
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(adam));
    trainer.initialize(shape);
    predictor = model.newPredictor(new TokensTranslator(shape));
    tokens = Arrays.stream(workload.tokens()).asLongStream().toArray();
    classes = Arrays.stream(workload.classes()).asLongStream().toArray();
  }

  @Override
  public void train() {
    try (Batch batch = batch()) {
      EasyTrain.trainBatch(trainer, batch);
      trainer.step();
    }
  }

  private Batch batch() {
    Size size = workload.size();
    NDManager manager = trainer.getManager().newSubManager();
    return new Batch(
        manager,
        new NDList(manager.create(tokens, new Shape(size.batch(), size.steps()))),
        new NDList(manager.create(classes)),
        size.batch(),
        Batchifier.STACK,
        Batchifier.STACK,
        0,
        1);
  }

  @Override
  public float[] scores() {
    try {
      return predictor.predict(tokens);
    } catch (TranslateException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    predictor.close();
    trainer.close();
    model.close();
  }
}
