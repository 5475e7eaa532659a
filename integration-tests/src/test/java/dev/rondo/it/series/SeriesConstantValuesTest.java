package dev.rondo.it.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.QuantileForecast;
import dev.rondo.it.series.SeriesModels.Sale;
import dev.rondo.it.series.SeriesModels.Service;
import dev.rondo.it.series.SeriesModels.Store;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.file.Grouping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be constant in a series: its kinds, its values, and the files it is read from. */
// generated classes say in words what may be missing, and nothing of it by @Nullable
@SuppressWarnings("NullAway")
class SeriesConstantValuesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  @TempDir Path folder;

  @Test
  void constantsOfAllKindsAreLearnedWithQuantilesAndStored() {
    Random random = new Random(10);
    List<SeriesModels_RangesSeries> series = new ArrayList<>();
    for (int s = 0; s < 8; s++) {
      List<Sale> sales = new ArrayList<>();
      for (int t = 0; t < 30; t++) {
        sales.add(new Sale(DAY.plusDays(t), random.nextGaussian()));
      }
      series.add(
          new SeriesModels_RangesSeries(
              sales,
              "store " + s / 2,
              s % 2 == 0 ? OptionalDouble.empty() : OptionalDouble.of(s),
              new float[] {s, random.nextFloat()}));
    }
    Path file = folder.resolve("ranges.rondo");
    try (SeriesModels_RangesPredictor model =
        SeriesModels_RangesTrainer.create()
            .validateOnLast(0.3)
            .calibrateIntervals(true)
            .fit(series)) {
      SeriesModels_RangesSeries last = series.get(7);
      QuantileForecast forecast =
          model.next(last.history(), last.store(), last.area(), last.place());
      assertThat(forecast.times()).containsExactly(DAY.plusDays(30), DAY.plusDays(31)).inOrder();
      assertThat(model.next(last.history(), last.store(), OptionalDouble.empty(), last.place()))
          .isNotEqualTo(forecast);
      assertThat(model.next(last.history(), "store 0", last.area(), last.place()))
          .isNotEqualTo(forecast);
      assertThat(model.next(last.history(), last.store(), last.area(), new float[] {0, 0}))
          .isNotEqualTo(forecast);
      model.save(file);
      try (SeriesModels_RangesPredictor loaded = SeriesModels_RangesPredictor.load(file)) {
        assertThat(loaded.next(last.history(), last.store(), last.area(), last.place()))
            .isEqualTo(forecast);
      }
    }
  }

  @Test
  void seriesAreValues() {
    List<Sale> sales = new ArrayList<>(List.of(new Sale(DAY, 3)));
    float[] place = {1, 2};
    SeriesModels_RangesSeries series =
        new SeriesModels_RangesSeries(sales, "A7", OptionalDouble.empty(), place);
    sales.clear();
    place[0] = 9;
    SeriesModels_RangesSeries same =
        new SeriesModels_RangesSeries(
            List.of(new Sale(DAY, 3)), "A7", OptionalDouble.empty(), new float[] {1, 2});
    assertThat(series).isEqualTo(same);
    assertThat(series.hashCode()).isEqualTo(same.hashCode());
    assertThat(series)
        .isNotEqualTo(
            new SeriesModels_RangesSeries(
                series.history(), "A7", OptionalDouble.empty(), new float[] {1, 3}));
    assertThat(series.toString())
        .isEqualTo(
            "SeriesModels_RangesSeries[history=[Sale[date=2024-01-01, sold=3.0]], store=A7,"
                + " area=OptionalDouble.empty, place=[1.0, 2.0]]");
  }

  @Test
  void filesWithOneStepARowBecomeSeriesWhoseConstantsAreTheSameInAllRows() throws IOException {
    Path table = folder.resolve("sales.csv");
    Files.writeString(
        table,
        """
        shop,date,sold,kind,area
        1,2024-01-01,3.5,mall,120
        1,2024-01-02,4.5,mall,120.0
        2,2024-01-01,1,kiosk,9
        """);
    List<SeriesModels_DemandSeries> expected =
        List.of(
            new SeriesModels_DemandSeries(
                List.of(new Sale(DAY, 3.5), new Sale(DAY.plusDays(1), 4.5)),
                new Store("mall", 120)),
            new SeriesModels_DemandSeries(List.of(new Sale(DAY, 1)), new Store("kiosk", 9)));
    assertThat(SeriesModels_DemandSeries.read(table, Grouping.by("shop"))).isEqualTo(expected);
    assertThat(SeriesModels_DemandSeries.stream(table, Grouping.by("shop")))
        .containsExactlyElementsIn(expected)
        .inOrder();
    Path lines = folder.resolve("sales.jsonl");
    Files.writeString(
        lines,
        """
        {"history": [{"date": "2024-01-01", "sold": 3.5}, {"date": "2024-01-02", "sold": 4.5}], "store": {"kind": "mall", "area": 120}}
        {"history": [{"date": "2024-01-01", "sold": 1}], "store": {"kind": "kiosk", "area": 9}}
        """);
    assertThat(SeriesModels_DemandSeries.read(lines)).isEqualTo(expected);

    Files.writeString(
        table,
        """
        shop,date,sold,kind,area
        1,2024-01-01,3.5,mall,120
        1,2024-01-02,4.5,kiosk,120
        """);
    assertThat(
            assertThrows(
                ExampleFileException.class,
                () -> SeriesModels_DemandSeries.read(table, Grouping.by("shop"))))
        .hasMessageThat()
        .endsWith(
            "line 3, column 4 (kind): found \"kiosk\", expected \"mall\" as in line 2: store.kind"
                + " has one value in all rows of shop \"1\".");
  }

  private static SeriesModels_FittedSeries fitted(
      List<Sale> sales, @Nullable Set<Service> services, float @Nullable [] place) {
    return new SeriesModels_FittedSeries(sales, services, place, true, 3, null);
  }

  @Test
  void aConstantThatMayBeMissingMayBeNull() {
    List<Sale> sales = List.of(new Sale(DAY, 3));
    SeriesModels_FittedSeries nothing = fitted(sales, null, null);
    assertThat(nothing.services()).isNull();
    assertThat(nothing.place()).isNull();
    assertThat(nothing).isEqualTo(fitted(sales, null, null));
    assertThat(nothing.hashCode()).isEqualTo(fitted(sales, null, null).hashCode());
    assertThat(nothing).isNotEqualTo(fitted(sales, Set.of(), null));
    assertThat(nothing).isNotEqualTo(fitted(sales, null, new float[] {1, 2}));
    assertThat(nothing.toString()).contains("services=null, place=null, open=true, floors=3");
    SeriesModels_FittedInput input =
        new SeriesModels_FittedInput(sales, null, null, false, null, true);
    assertThat(input.place()).isNull();
    assertThat(input.services()).isNull();
  }

  @Test
  void aSeriesDoesNotChangeWithTheSetItWasMadeOf() {
    Set<Service> services = EnumSet.of(Service.CAFE);
    SeriesModels_FittedSeries series = fitted(List.of(new Sale(DAY, 3)), services, null);
    services.add(Service.PARKING);
    assertThat(series.services()).containsExactly(Service.CAFE);
    assertThrows(UnsupportedOperationException.class, () -> series.services().clear());
  }

  @Test
  void setsVectorsAndFlagsThatMayBeMissingAreRead() {
    Random random = new Random(12);
    List<SeriesModels_FittedSeries> all = new ArrayList<>();
    List<SeriesModels_FittedInput> inputs = new ArrayList<>();
    for (int s = 0; s < 8; s++) {
      List<Sale> sales = new ArrayList<>();
      for (int t = 0; t < 12; t++) {
        sales.add(new Sale(DAY.plusDays(t), random.nextGaussian()));
      }
      Set<Service> services = s < 2 ? null : s < 5 ? Set.of() : EnumSet.of(Service.CAFE);
      float[] place = s % 3 == 0 ? null : new float[] {s, random.nextFloat()};
      boolean open = s % 2 == 0;
      Integer floors = s == 3 ? null : Integer.valueOf(s);
      Boolean leased = s == 4 ? null : Boolean.valueOf(s < 4);
      all.add(new SeriesModels_FittedSeries(sales, services, place, open, floors, leased));
      inputs.add(new SeriesModels_FittedInput(sales, services, place, open, floors, leased));
    }
    try (SeriesModels_FittedPredictor model = SeriesModels_FittedTrainer.create().fit(all)) {
      assertThat(model.evaluate(all, 0.5).origins()).isGreaterThan(8);
      List<double[]> forecasts = model.nextAll(inputs);
      for (int i = 0; i < 8; i++) {
        SeriesModels_FittedSeries each = all.get(i);
        assertThat(forecasts.get(i))
            .usingTolerance(1e-4)
            .containsExactly(
                model.next(
                    each.history(),
                    each.services(),
                    each.place(),
                    each.open(),
                    each.floors(),
                    each.leased()))
            .inOrder();
      }
      List<Sale> sales = all.get(0).history();
      Set<Service> cafe = Set.of(Service.CAFE);
      float[] place = {1, 0.5f};
      List<double[]> different =
          List.of(
              model.next(sales, cafe, place, true, 2, true),
              model.next(sales, null, place, true, 2, true),
              model.next(sales, Set.of(), place, true, 2, true),
              model.next(sales, cafe, null, true, 2, true),
              model.next(sales, cafe, place, false, 2, true),
              model.next(sales, cafe, place, true, null, true),
              model.next(sales, cafe, place, true, 2, false),
              model.next(sales, cafe, place, true, 2, null));
      assertThat(different.stream().map(each -> each[0]).distinct().toList()).hasSize(8);
    }
  }

  @Test
  void aBlankCellIsAConstantThatIsMissing() throws IOException {
    Path table = folder.resolve("fitted.csv");
    Files.writeString(
        table,
        """
        shop,date,sold,services,place,open,floors,leased
        1,2024-01-01,3.5,,,true,3,
        1,2024-01-02,4.5,,,true,3,
        2,2024-01-01,1,CAFE|PARKING,1 2,false,,true
        """);
    assertThat(SeriesModels_FittedSeries.read(table, Grouping.by("shop")))
        .containsExactly(
            fitted(
                List.of(new Sale(DAY, 3.5), new Sale(DAY.plusDays(1), 4.5)),
                null,
                new float[] {Float.NaN, Float.NaN}),
            new SeriesModels_FittedSeries(
                List.of(new Sale(DAY, 1)),
                EnumSet.allOf(Service.class),
                new float[] {1, 2},
                false,
                null,
                true))
        .inOrder();
  }
}
