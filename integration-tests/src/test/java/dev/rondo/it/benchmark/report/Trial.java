package dev.rondo.it.benchmark.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a benchmark's method, or a few words that say why there is none.
 *
 * @param who whose work it is, for the progress
 * @param benchmark the method's full name
 * @param parameters of the benchmark, by name
 * @param lacks why it cannot run; empty if it can
 */
record Trial(String who, String benchmark, Map<String, String> parameters, Optional<String> lacks) {

  /** Returns a trial of a method of a benchmark class. */
  static Trial of(Class<?> benchmark, String method, String who) {
    return new Trial(who, benchmark.getName() + "." + method, Map.of(), Optional.empty());
  }

  /** Returns this trial with a parameter more. */
  Trial with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value instanceof Enum<?> constant ? constant.name() : value.toString());
    return new Trial(who, benchmark, more, lacks);
  }

  /** Returns this trial as one that cannot run. */
  Trial lacking(Optional<String> why) {
    return new Trial(who, benchmark, parameters, why);
  }
}
