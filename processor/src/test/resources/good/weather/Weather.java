package weather;

/** What is forecast of an hour. */
public record Weather(float temperature, int cars) {}
