package dev.hairpin.switches;

/** Where one switch is spoken to, as messages name it. */
record Place(String switchName, String protocol, String address, int port) {
  @Override
  public String toString() {
    return "switch " + switchName + " (" + address + ", " + protocol + " port " + port + ")";
  }
}
