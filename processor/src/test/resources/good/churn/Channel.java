package churn;

/** How a customer may be reached. */
public enum Channel {
  MAIL,
  PHONE
}
