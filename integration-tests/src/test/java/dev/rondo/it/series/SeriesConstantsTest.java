package dev.rondo.it.series;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.it.series.SeriesModels.Amounts;
import dev.rondo.it.series.SeriesModels.Opening;
import dev.rondo.it.series.SeriesModels.Sale;
import dev.rondo.it.series.SeriesModels.Size;
import dev.rondo.it.series.SeriesModels.Store;
import dev.rondo.it.series.SeriesModels.Takings;
import dev.rondo.runtime.series.Disorder;
import dev.rondo.runtime.series.ForecastEvaluation;
import dev.rondo.runtime.series.Holes;
import dev.rondo.runtime.series.TimePolicy;
import dev.rondo.runtime.train.CheckpointException;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series in which something is constant, which models read beside their steps. */
class SeriesConstantsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  /** Fresh series are cut behind the steps that tell nothing. */
  private static final double SHARE = 1 / 3.0;

  @TempDir Path folder;

  /**
   * Four steps of noise, then two whose level only the kind of the store tells: up for the one,
   * down for the other.
   */
  private static List<Case> stores(long seed, int count) {
    Random random = new Random(seed);
    List<Case> stores = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      boolean mall = random.nextBoolean();
      List<Sale> sales = new ArrayList<>();
      for (int t = 0; t < 6; t++) {
        double level = t < 4 ? 10 : mall ? 18 : 2;
        sales.add(new Sale(DAY.plusDays(t), level + 0.5 * random.nextGaussian()));
      }
      stores.add(new Case(sales, new Store(mall ? "mall" : "kiosk", 100 + 10 * random.nextInt(9))));
    }
    return stores;
  }

  private record Case(List<Sale> sales, Store store) {
    SeriesModels_DemandSeries series() {
      return new SeriesModels_DemandSeries(sales, store);
    }
  }

  private static List<SeriesModels_DemandSeries> demand(long seed, int count) {
    return stores(seed, count).stream().map(Case::series).toList();
  }

  private static float[] values(SeriesModels_DemandPredictor model, String weights) {
    return Objects.requireNonNull(model.host.weights().tensors().get(weights)).values();
  }

  private static void assertSame(
      SeriesModels_DemandPredictor model, SeriesModels_DemandPredictor other) {
    assertThat(other.learned().codecs()).isEqualTo(model.learned().codecs());
    model
        .host
        .weights()
        .tensors()
        .forEach(
            (name, tensor) ->
                assertWithMessage(name).that(values(other, name)).isEqualTo(tensor.values()));
  }

  @Test
  void whatOnlyAConstantTellsIsForecastOfSeriesThatTrainingNeverSaw() {
    List<Case> fresh = stores(2, 40);
    List<SeriesModels_DemandSeries> unseen = fresh.stream().map(Case::series).toList();
    List<List<Sale>> steps = fresh.stream().map(Case::sales).toList();
    Path file = folder.resolve("demand.rondo");
    try (SeriesModels_DemandPredictor model =
            SeriesModels_DemandTrainer.create().fit(demand(1, 80));
        SeriesModels_BlindPredictor blind =
            SeriesModels_BlindTrainer.create()
                .fit(stores(1, 80).stream().map(Case::sales).toList())) {
      ForecastEvaluation report = model.evaluate(unseen, SHARE);
      assertThat(report.origins()).isEqualTo(40);
      assertThat(report.model().mae()).isLessThan(1.5);
      assertThat(blind.evaluate(steps, SHARE).model().mae()).isGreaterThan(5.0);
      // the baselines see what is forecast, and nothing else
      assertThat(report.lastValue()).isEqualTo(blind.evaluate(steps, SHARE).lastValue());
      assertThat(model.provenance().orElseThrow().toString()).contains("training series");

      List<Sale> known = unseen.get(0).history().subList(0, 4);
      Store mall = new Store("mall", 120);
      Store kiosk = new Store("kiosk", 120);
      double[] up = model.next(known, mall);
      assertThat(up[0] - model.next(known, kiosk)[0]).isGreaterThan(8.0);
      List<double[]> all =
          model.nextAll(
              List.of(
                  new SeriesModels_DemandInput(known.subList(0, 2), kiosk),
                  new SeriesModels_DemandInput(known, mall)));
      assertThat(all.get(1)).usingTolerance(1e-3).containsExactly(up).inOrder();
      // a kind that training never saw is the unknown one, whatever it is called
      assertThat(model.next(known, new Store("market", 120)))
          .isEqualTo(model.next(known, new Store("stall", 120)));

      model.save(file);
      try (SeriesModels_DemandPredictor loaded = SeriesModels_DemandPredictor.load(file)) {
        assertThat(loaded.next(known, mall)).isEqualTo(up);
        assertThat(loaded.evaluate(unseen, SHARE).model()).isEqualTo(report.model());
        assertSame(model, loaded);
      }
      assertThat(fails(() -> model.next(known, new Store("mall", Double.NaN))))
          .isEqualTo("store.area is NaN. What may be missing needs @Missing.");
      assertThat(
              fails(
                  () ->
                      model.nextAll(
                          List.of(
                              new SeriesModels_DemandInput(known, mall),
                              new SeriesModels_DemandInput(List.of(), mall)))))
          .startsWith("inputs[1]: history is empty");
    }
  }

  /** Nothing that is learned may see validation data: neither steps nor constants. */
  @Test
  void garbageInSeriesForValidationChangesNothingThatWasLearned() {
    List<SeriesModels_DemandSeries> training = demand(3, 12);
    List<SeriesModels_DemandSeries> garbage = new ArrayList<>();
    for (SeriesModels_DemandSeries each : demand(4, 6)) {
      List<Sale> sales =
          each.history().stream().map(sale -> new Sale(sale.date(), 1e6 * sale.sold())).toList();
      garbage.add(new SeriesModels_DemandSeries(sales, new Store("garbage", 1e9)));
    }
    try (SeriesModels_DemandPredictor honest =
            SeriesModels_DemandTrainer.create().epochs(1).validateOn(demand(4, 6)).fit(training);
        SeriesModels_DemandPredictor misled =
            SeriesModels_DemandTrainer.create().epochs(1).validateOn(garbage).fit(training)) {
      assertSame(honest, misled);
      assertThat(misled.history().epochs().get(0).validationLoss())
          .isNotEqualTo(honest.history().epochs().get(0).validationLoss());
    }
  }

  /** A series of which everything is set aside teaches nothing of what is constant in it. */
  @Test
  void garbageInTheValidationPartChangesNothingThatWasLearned() {
    List<SeriesModels_DemandSeries> plain = new ArrayList<>(demand(5, 12));
    List<SeriesModels_DemandSeries> garbage = new ArrayList<>();
    for (SeriesModels_DemandSeries each : plain) {
      List<Sale> sales = new ArrayList<>(each.history());
      sales.set(5, new Sale(sales.get(5).date(), -1e7));
      garbage.add(new SeriesModels_DemandSeries(sales, each.store()));
    }
    List<Sale> one = List.of(new Sale(DAY, 3));
    plain.add(new SeriesModels_DemandSeries(one, new Store("mall", 100)));
    garbage.add(new SeriesModels_DemandSeries(one, new Store("garbage", 1e9)));
    // of six steps two are learned from, of one step none
    SeriesModels_DemandTrainer trainer =
        SeriesModels_DemandTrainer.create().epochs(1).horizon(1).validateOnLast(0.6);
    try (SeriesModels_DemandPredictor honest = trainer.fit(plain);
        SeriesModels_DemandPredictor misled = trainer.fit(garbage)) {
      assertSame(honest, misled);
    }
  }

  /** With steps counted, a kind that one series has would be known: it has been seen six times. */
  @Test
  void aConstantIsSeenOnceInASeriesWhateverItsLength() {
    List<SeriesModels_DemandSeries> series = new ArrayList<>(demand(11, 8));
    series.add(new SeriesModels_DemandSeries(series.get(0).history(), new Store("one", 100)));
    series.add(new SeriesModels_DemandSeries(series.get(1).history(), new Store("two", 100)));
    series.add(new SeriesModels_DemandSeries(series.get(2).history(), new Store("two", 100)));
    try (SeriesModels_DemandPredictor model =
        SeriesModels_DemandTrainer.create().epochs(1).fit(series)) {
      List<Sale> known = series.get(0).history().subList(0, 4);
      double[] unknown = model.next(known, new Store("never seen", 100));
      assertThat(model.next(known, new Store("one", 100))).isEqualTo(unknown);
      assertThat(model.next(known, new Store("two", 100))).isNotEqualTo(unknown);
    }
  }

  /** What is never trained would be known by name: two kiosks are too short for a window. */
  @Test
  void aSeriesThatGivesNoWindowTeachesNothingOfItsConstants() {
    List<SeriesModels_DemandSeries> series = new ArrayList<>(demand(11, 8));
    List<Sale> two = series.get(0).history().subList(0, 2);
    List<Sale> three = series.get(0).history().subList(0, 3);
    for (int i = 0; i < 2; i++) {
      series.add(new SeriesModels_DemandSeries(two, new Store("short", 1e6)));
      series.add(new SeriesModels_DemandSeries(three, new Store("long enough", 100)));
    }
    try (SeriesModels_DemandPredictor model =
        SeriesModels_DemandTrainer.create().epochs(1).fit(series)) {
      double[] unknown = model.next(three, new Store("never seen", 100));
      assertThat(model.next(three, new Store("short", 100))).isEqualTo(unknown);
      assertThat(model.next(three, new Store("long enough", 100))).isNotEqualTo(unknown);
    }
    assertThat(
            fails(
                () ->
                    SeriesModels_DemandTrainer.create()
                        .fit(List.of(new SeriesModels_DemandSeries(two, new Store("short", 1))))))
        .isEqualTo(
            "there is nothing to learn from: a training series needs more steps than the horizon,"
                + " 2, but the longest has 2");
  }

  /** Which series has which store is nothing that statistics tell. */
  @Test
  void aCheckpointIsRefusedWhenTwoSeriesHaveChangedTheirConstants() {
    List<SeriesModels_DemandSeries> series = new ArrayList<>(demand(6, 12));
    Path checkpoint = folder.resolve("demand.checkpoint");
    SeriesModels_DemandTrainer stopped =
        SeriesModels_DemandTrainer.create().epochs(3).checkpoint(checkpoint);
    stopped.listener(
        new TrainingListener() {
          @Override
          public void onEpoch(EpochReport report) {
            stopped.stop();
          }
        });
    stopped.fit(series).close();
    List<SeriesModels_DemandSeries> changed = new ArrayList<>(series);
    int other = 0;
    while (series.get(other).store().equals(series.get(0).store())) {
      other++;
    }
    changed.set(
        0, new SeriesModels_DemandSeries(series.get(0).history(), series.get(other).store()));
    changed.set(
        other, new SeriesModels_DemandSeries(series.get(other).history(), series.get(0).store()));
    assertThat(
            assertThrows(
                CheckpointException.class,
                () ->
                    SeriesModels_DemandTrainer.create()
                        .epochs(3)
                        .checkpoint(checkpoint)
                        .fit(changed)))
        .hasMessageThat()
        .contains("training series");
    try (SeriesModels_DemandPredictor resumed =
            SeriesModels_DemandTrainer.create().epochs(3).checkpoint(checkpoint).fit(series);
        SeriesModels_DemandPredictor whole =
            SeriesModels_DemandTrainer.create().epochs(3).fit(series)) {
      assertSame(whole, resumed);
    }
  }

  @Test
  void irregularSeriesAreRefusedOrMadeRegularAsTold() {
    List<SeriesModels_DemandSeries> irregular = new ArrayList<>(demand(7, 8));
    List<Sale> sales = new ArrayList<>(irregular.get(2).history());
    Store store = irregular.get(2).store();
    Collections.swap(sales, 1, 2);
    sales.remove(4);
    irregular.set(2, new SeriesModels_DemandSeries(sales, store));
    TimePolicy policy = TimePolicy.STRICT.with(Disorder.SORT).with(Holes.INTERPOLATE);
    SeriesModels_DemandTrainer trainer = SeriesModels_DemandTrainer.create().epochs(1);
    assertThat(fails(() -> trainer.fit(irregular))).contains("series[2] is not regular");
    List<SeriesModels_DemandSeries> regular = new ArrayList<>(irregular);
    regular.set(
        2,
        new SeriesModels_DemandSeries(
            SeriesModels_DemandPredictor.times(policy).regular(sales, "sales"), store));
    try (SeriesModels_DemandPredictor plain = trainer.fit(regular);
        SeriesModels_DemandPredictor told = trainer.times(policy).fit(irregular)) {
      assertSame(plain, told);
    }
  }

  @Test
  void aConstantThatCannotBeReadIsToldByItsPlace() {
    List<SeriesModels_DemandSeries> series = new ArrayList<>(demand(8, 4));
    series.set(
        3, new SeriesModels_DemandSeries(series.get(3).history(), new Store("mall", Double.NaN)));
    assertThat(fails(() -> SeriesModels_DemandTrainer.create().fit(series)))
        .isEqualTo("series[3]: store.area is NaN. What may be missing needs @Missing.");
    List<SeriesModels_DemandSeries> others = List.of(demand(9, 1).get(0), series.get(3));
    assertThat(
            fails(
                () ->
                    SeriesModels_DemandTrainer.create()
                        .epochs(1)
                        .validateOn(others)
                        .fit(demand(8, 3))))
        .isEqualTo("validation series[1]: store.area is NaN. What may be missing needs @Missing.");
    List<Sale> withNull = new ArrayList<>(series.get(0).history());
    withNull.set(1, null);
    assertThat(fails(() -> new SeriesModels_DemandSeries(withNull, new Store("mall", 1))))
        .isEqualTo("history[1] is null");
  }

  private static List<SeriesModels_ShopsSeries> shops() {
    Random random = new Random(9);
    List<SeriesModels_ShopsSeries> shops = new ArrayList<>();
    for (int s = 0; s < 30; s++) {
      Size size = random.nextBoolean() ? Size.LARGE : Size.SMALL;
      List<Takings> takings = new ArrayList<>();
      for (int t = 0; t < 12; t++) {
        boolean open = random.nextBoolean();
        double sold = !open ? 0 : size == Size.LARGE && t > 8 ? 30 : 10;
        takings.add(
            new Takings(open, 2 * sold + random.nextGaussian(), sold + random.nextGaussian()));
      }
      shops.add(new SeriesModels_ShopsSeries(takings, size));
    }
    return shops;
  }

  /** What is known in advance stands behind the constant, and both decide. */
  @Test
  void constantsAndWhatIsKnownInAdvanceAreReadAtEachStepThatIsForecast() {
    List<SeriesModels_ShopsSeries> shops = shops();
    List<SeriesModels_ShopsSeries> test = shops.subList(20, 30);
    try (SeriesModels_ShopsPredictor model =
        SeriesModels_ShopsTrainer.create().fit(shops.subList(0, 20))) {
      ForecastEvaluation sold = model.evaluate(test, 0.25).sold();
      double sum = 0;
      List<SeriesModels_ShopsInput> inputs = new ArrayList<>();
      List<List<Amounts>> each = new ArrayList<>();
      for (SeriesModels_ShopsSeries shop : test) {
        List<Takings> known = shop.history().subList(0, 9);
        List<Takings> then = shop.history().subList(9, 12);
        List<Opening> openings = then.stream().map(step -> new Opening(step.open())).toList();
        List<Amounts> forecast = model.next(known, shop.size(), openings);
        each.add(forecast);
        for (int h = 0; h < 3; h++) {
          sum += Math.abs(forecast.get(h).sold() - then.get(h).sold());
        }
        inputs.add(new SeriesModels_ShopsInput(known, shop.size(), openings));
      }
      assertThat(sold.origins()).isEqualTo(10);
      assertThat(sold.model().mae()).isWithin(1e-3).of(sum / 30);
      assertThat(sold.model().mae()).isLessThan(0.5 * sold.bestBaseline().mae());
      List<List<Amounts>> all = model.nextAll(inputs);
      assertThat(all).hasSize(10);
      for (int i = 0; i < 10; i++) {
        for (int h = 0; h < 3; h++) {
          assertThat(all.get(i).get(h).sold()).isWithin(1e-4).of(each.get(i).get(h).sold());
          assertThat(all.get(i).get(h).visitors()).isWithin(1e-4).of(each.get(i).get(h).visitors());
        }
      }
    }
  }

  /** A history that is one vector has no last step: the constant stands beside it as it is. */
  @Test
  void aHistoryThatEndsInOneVectorIsReadAtEachStepThatIsForecast() {
    List<SeriesModels_PooledShopsSeries> shops =
        shops().stream()
            .map(shop -> new SeriesModels_PooledShopsSeries(shop.history(), shop.size()))
            .toList();
    try (SeriesModels_PooledShopsPredictor model =
        SeriesModels_PooledShopsTrainer.create().fit(shops.subList(0, 20))) {
      ForecastEvaluation sold = model.evaluate(shops.subList(20, 30), 0.25);
      assertThat(sold.model().mae()).isLessThan(0.5 * sold.bestBaseline().mae());
    }
  }

  private static String fails(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
