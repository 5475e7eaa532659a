package dev.rondo.samples.forecast;

import dev.rondo.QuantileForecast;
import dev.rondo.samples.common.SampleFailure;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Draws the end of a history, its forecast with the interval, and what came. */
final class ForecastPicture {
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 500;
  private static final int HISTORY = 4; // horizons
  private static final Color BLUE = new Color(0x1f77b4);
  private static final Color GRAY = new Color(0x555555);
  private static final Color ORANGE = new Color(0xff7f0e);

  private ForecastPicture() {}

  /**
   * Writes a picture.
   *
   * @param series with what came behind {@code known}, as far as it is there
   * @param known how many of its steps the forecast knew
   * @throws SampleFailure if the file cannot be written
   */
  static void write(
      Path file, String title, List<Point> series, int known, QuantileForecast forecast) {
    YIntervalSeriesCollection lines = new YIntervalSeriesCollection();
    lines.addSeries(forecast(series.get(known - 1), forecast));
    int from = Math.max(0, known - Math.max(HISTORY * forecast.horizon(), 24));
    lines.addSeries(line("history", series.subList(from, known)));
    int to = Math.min(series.size(), known + forecast.horizon());
    if (to > known) {
      lines.addSeries(line("what came", series.subList(known - 1, to)));
    }
    JFreeChart chart = new JFreeChart(title, JFreeChart.DEFAULT_TITLE_FONT, plot(lines), true);
    chart.setBackgroundPaint(Color.WHITE);
    try {
      ChartUtils.saveChartAsPNG(file.toFile(), chart, WIDTH, HEIGHT);
    } catch (IOException e) {
      throw SampleFailure.of("--picture: \"" + file + "\" cannot be written: " + e.getMessage());
    }
  }

  private static XYPlot plot(YIntervalSeriesCollection lines) {
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    paint(renderer, 0, BLUE, 2.5f);
    renderer.setSeriesFillPaint(0, BLUE);
    renderer.setAlpha(0.25f);
    paint(renderer, 1, GRAY, 1.5f);
    paint(renderer, 2, ORANGE, 1.5f);
    NumberAxis values = new NumberAxis();
    values.setAutoRangeIncludesZero(false);
    DateAxis times = new DateAxis(null, TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    XYPlot plot = new XYPlot(lines, times, values, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    return plot;
  }

  private static void paint(DeviationRenderer renderer, int series, Color color, float width) {
    renderer.setSeriesPaint(series, color);
    renderer.setSeriesStroke(series, new BasicStroke(width));
  }

  private static YIntervalSeries line(String name, List<Point> points) {
    YIntervalSeries line = new YIntervalSeries(name);
    points.forEach(p -> line.add(millis(p.at()), p.value(), p.value(), p.value()));
    return line;
  }

  /** The forecast begins at what is known. */
  private static YIntervalSeries forecast(Point last, QuantileForecast forecast) {
    double[] levels = forecast.levels();
    double[] median = forecast.median();
    double[] low = forecast.quantile(levels[0]);
    double[] high = forecast.quantile(levels[levels.length - 1]);
    YIntervalSeries line =
        new YIntervalSeries("forecast, %s to %s".formatted(levels[0], levels[levels.length - 1]));
    line.add(millis(last.at()), last.value(), last.value(), last.value());
    for (int step = 0; step < median.length; step++) {
      line.add(
          millis((LocalDateTime) forecast.times().get(step)), median[step], low[step], high[step]);
    }
    return line;
  }

  private static double millis(LocalDateTime at) {
    return at.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
