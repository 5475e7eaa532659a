package dev.rondo.samples.speech;

import dev.rondo.AudioClip;
import dev.rondo.Transcript;
import dev.rondo.runtime.data.sound.LogMel;
import dev.rondo.runtime.data.sound.SoundSettings;
import dev.rondo.samples.common.SampleFailure;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYZDataset;

/** Draws the energy in bands of frequencies over time, and when each word was written. */
final class SpeechPicture {
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 500;
  private static final double HOP = 0.01;
  private static final int BANDS = 40;
  private static final Color MARK = new Color(0xff7f0e);

  /** Above the bands there is room for the words. */
  private static final int ROOM = 4;

  private SpeechPicture() {}

  /**
   * Writes a picture.
   *
   * @throws SampleFailure if the file cannot be written
   */
  static void write(Path file, AudioClip clip, Transcript transcript) {
    XYPlot plot = plot(clip);
    for (Transcript.Token token : transcript.tokens()) {
      IntervalMarker marker =
          new IntervalMarker(token.from(), token.to(), MARK, new BasicStroke(1), MARK, null, 0.35f);
      plot.addDomainMarker(marker, Layer.FOREGROUND);
      XYTextAnnotation word =
          new XYTextAnnotation(
              token.text().strip(), (token.from() + token.to()) / 2, BANDS + ROOM / 2.0);
      word.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
      word.setTextAnchor(TextAnchor.CENTER);
      plot.addAnnotation(word);
    }
    String title =
        String.format(
            Locale.ROOT,
            "\"%s\", with probability %.2f",
            transcript.text(),
            Math.exp(transcript.logProbability()));
    JFreeChart chart = new JFreeChart(title, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    try {
      ChartUtils.saveChartAsPNG(file.toFile(), chart, WIDTH, HEIGHT);
    } catch (IOException e) {
      throw SampleFailure.of("--picture: \"" + file + "\" cannot be written: " + e.getMessage());
    }
  }

  private static XYPlot plot(AudioClip clip) {
    LogMel bands = new LogMel(new SoundSettings(clip.rate(), BANDS, 0.025, HOP, 0, 0, 0, 0));
    float[] features = bands.features(clip.samples());
    double[][] points = new double[3][features.length];
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < features.length; i++) {
      int step = i / BANDS;
      points[0][i] = step * HOP;
      points[1][i] = i % BANDS;
      points[2][i] = features[i];
      lowest = Math.min(lowest, features[i]);
      highest = Math.max(highest, features[i]);
    }
    DefaultXYZDataset dataset = new DefaultXYZDataset();
    dataset.addSeries("energy", points);
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setBlockWidth(HOP);
    renderer.setBlockHeight(1);
    renderer.setBlockAnchor(RectangleAnchor.CENTER);
    renderer.setPaintScale(new Greys(lowest, highest));
    NumberAxis times = new NumberAxis("seconds");
    times.setRange(0, clip.seconds());
    NumberAxis mel = new NumberAxis("band, low to high");
    mel.setRange(-0.5, BANDS + ROOM);
    XYPlot plot = new XYPlot(dataset, times, mel, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    return plot;
  }

  /** Loud is dark. */
  private record Greys(double lowest, double highest) implements PaintScale {
    @Override
    public double getLowerBound() {
      return lowest;
    }

    @Override
    public double getUpperBound() {
      return highest;
    }

    @Override
    public Color getPaint(double value) {
      double share = (value - lowest) / Math.max(1e-9, highest - lowest);
      return Color.getHSBColor(0.62f, 0.35f, (float) (1 - Math.max(0, Math.min(1, share))));
    }
  }
}
