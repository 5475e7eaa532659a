package dev.rondo.samples.corpora.server;

import dev.rondo.samples.corpora.server.ServerEvent.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The log of a server with three services. A request is received, authorized, answered from the
 * cache or from the database, which orders change, and replied to; or it is refused.
 */
public final class SimulatedLog {
  private static final int WARM_UP = 50;

  private SimulatedLog() {}

  /** Returns an ordinary log of about so many lines, decided by the seed. */
  public static List<ServerEvent> ordinary(long seed, int lines) {
    return requests(seed, lines, 0).events();
  }

  /**
   * Returns a log of about so many lines with requests that are out of order, decided by the seed.
   *
   * @param odd how many of them, about evenly apart
   */
  public static WatchedLog withOddOrders(long seed, int lines, int odd) {
    return requests(seed, lines, odd);
  }

  private static WatchedLog requests(long seed, int lines, int odd) {
    Random random = new Random(seed);
    List<ServerEvent> events = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    while (events.size() < lines) {
      String service = service(random);
      List<Action> request = request(service, random);
      boolean due =
          places.size() < odd
              && events.size()
                  > WARM_UP + (long) places.size() * (lines - 2 * WARM_UP) / Math.max(odd, 1);
      if (due) {
        places.add(events.size() + disturb(request, random));
      }
      request.forEach(action -> events.add(new ServerEvent(service, action)));
    }
    return new WatchedLog(events, places);
  }

  private static String service(Random random) {
    int of = random.nextInt(10);
    return of < 6 ? "catalogue" : of < 8 ? "orders" : "accounts";
  }

  private static List<Action> request(String service, Random random) {
    List<Action> actions = new ArrayList<>(List.of(Action.RECEIVED));
    if (random.nextInt(20) == 0) {
      actions.add(Action.REFUSED);
    } else {
      actions.add(Action.AUTHORIZED);
      if (service.equals("catalogue") && random.nextInt(3) > 0) {
        actions.add(Action.CACHED);
      } else {
        actions.add(Action.LOADED);
      }
      if (service.equals("orders")) {
        actions.add(Action.STORED);
      }
    }
    actions.add(Action.REPLIED);
    return actions;
  }

  /** Brings a request out of order, and returns which of its lines is the first that is odd. */
  private static int disturb(List<Action> request, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> request.set(1, Action.STORED); // before anybody was asked
      case 1 -> request.remove(1); // never authorized or refused
      default -> request.add(1, Action.REPLIED); // answered at once, and once more
    }
    return 1;
  }
}
