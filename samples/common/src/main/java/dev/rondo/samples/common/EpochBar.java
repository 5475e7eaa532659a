package dev.rondo.samples.common;

import dev.rondo.runtime.train.BatchProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** The bar of one epoch, on the last line of a terminal; leaves nothing behind. */
final class EpochBar implements AutoCloseable {
  private static final int MILLISECONDS_BETWEEN_UPDATES = 250;

  private final Streams streams;
  private final ProgressBar bar;
  private volatile Duration left = Duration.ZERO;

  EpochBar(Streams streams, BatchProgress progress) {
    this.streams = streams;
    bar =
        new ProgressBarBuilder()
            .setTaskName("epoch " + progress.epoch() + "/" + progress.epochs())
            .setInitialMax(progress.examples())
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_UPDATES)
            .setEtaFunction(state -> Optional.of(left))
            .setConsumer(new LastLine(streams))
            .build();
  }

  void show(BatchProgress progress) {
    left = Durations.left(progress);
    // the bar's own throughput counts whole seconds
    bar.setExtraMessage(
        String.format(
            Locale.ROOT,
            "%,.0f/s, loss %.3f",
            progress.done() / progress.seconds(),
            progress.meanLoss()));
    bar.stepTo(progress.done());
  }

  @Override
  public void close() {
    bar.close();
    // not the library's clearDisplayOnFinish(): its last update may come after the clearing
    streams.err().print("\r" + " ".repeat(streams.columns() - 1) + "\r");
    streams.err().flush();
  }

  /** The library's own consumers start a terminal library that may change the terminal's mode. */
  private record LastLine(Streams streams) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      // in the last column the cursor would go on to the next line
      return streams.columns() - 1;
    }

    @Override
    public void accept(String line) {
      streams.err().print("\r" + line);
      streams.err().flush();
    }

    @Override
    public void close() {
      streams.err().flush();
    }
  }
}
