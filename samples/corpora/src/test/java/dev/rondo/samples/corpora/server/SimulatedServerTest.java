package dev.rondo.samples.corpora.server;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.samples.corpora.server.ServerEvent.Action;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedServerTest {
  private static final int DAY = SimulatedServer.WEEK / 7;

  private static double correlation(
      List<ServerMetrics> metrics, Component a, Component b, int lag) {
    double[] x = metrics.stream().mapToDouble(a::of).toArray();
    double[] y = metrics.stream().mapToDouble(b::of).toArray();
    int n = x.length - lag;
    double sx = 0;
    double sy = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int t = 0; t < n; t++) {
      sx += x[t];
      sy += y[t + lag];
      xx += x[t] * x[t];
      yy += y[t + lag] * y[t + lag];
      xy += x[t] * y[t + lag];
    }
    return (n * xy - sx * sy) / Math.sqrt((n * xx - sx * sx) * (n * yy - sy * sy));
  }

  @Test
  void aServerFollowsTheDayAndItsComponentsFollowEachOther() {
    List<ServerMetrics> week = SimulatedServer.ordinary(1, 1);
    assertThat(week).hasSize(SimulatedServer.WEEK);
    assertThat(SimulatedServer.ordinary(1, 1)).isEqualTo(week);
    assertThat(SimulatedServer.ordinary(2, 1)).isNotEqualTo(week);
    assertThat(correlation(week, Component.REQUESTS, Component.CPU, 0)).isGreaterThan(0.95);
    assertThat(correlation(week, Component.LATENCY, Component.LATENCY, DAY)).isGreaterThan(0.5);
    assertThat(correlation(week, Component.LATENCY, Component.LATENCY, DAY / 2)).isLessThan(0.2);
  }

  @Test
  void faultsChangeTheirStepsAndNothingElse() {
    List<ServerMetrics> ordinary = SimulatedServer.withFaults(3, 8, 0).metrics();
    WatchedServer server = SimulatedServer.withFaults(3, 8, 5);
    assertThat(ordinary).isEqualTo(SimulatedServer.ordinary(3, 8));
    assertThat(server.faults()).hasSize(25);
    int end = 0;
    for (Fault fault : server.faults()) {
      assertThat(fault.first()).isGreaterThan(end);
      assertThat(server.metrics().subList(end, fault.first()))
          .isEqualTo(ordinary.subList(end, fault.first()));
      for (int t = fault.first() + 1; t <= fault.last(); t++) {
        double value = fault.component().of(server.metrics().get(t));
        double before = fault.component().of(server.metrics().get(t - 1));
        assertThat(value == before).isEqualTo(fault.kind() == FaultKind.STUCK_VALUE);
        assertThat(value).isNotEqualTo(fault.component().of(ordinary.get(t)));
      }
      end = fault.last() + 1;
    }
    assertThrows(IllegalArgumentException.class, () -> SimulatedServer.withFaults(3, 1, 5));
  }

  @Test
  void onlyOddRequestsAreOutOfOrder() {
    WatchedLog log = SimulatedLog.withOddOrders(5, 4000, 12);
    assertThat(log.odd()).hasSize(12);
    for (int t = 1; t < log.events().size(); t++) {
      Action action = log.events().get(t).action();
      Action before = log.events().get(t - 1).action();
      boolean ordinary =
          switch (before) {
            case RECEIVED -> action == Action.AUTHORIZED || action == Action.REFUSED;
            case AUTHORIZED -> action == Action.CACHED || action == Action.LOADED;
            case LOADED -> action == Action.STORED || action == Action.REPLIED;
            case CACHED, REFUSED, STORED -> action == Action.REPLIED;
            case REPLIED -> action == Action.RECEIVED;
          };
      if (log.odd().contains(t)) {
        assertThat(ordinary).isFalse();
      } else if (!log.odd().contains(t - 1)) {
        assertThat(ordinary).isTrue();
      }
    }
    assertThat(SimulatedLog.ordinary(5, 4000).size()).isAtLeast(4000);
  }
}
