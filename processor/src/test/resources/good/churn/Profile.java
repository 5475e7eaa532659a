package churn;

import java.time.LocalDate;
import java.util.Set;

/** Who a customer is. */
public record Profile(int age, LocalDate since, Set<Channel> channels) {}
