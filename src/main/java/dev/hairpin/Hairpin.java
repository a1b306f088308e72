package dev.hairpin;

/** The program's entry. */
public final class Hairpin {
  private Hairpin() {}

  public static void main(String[] arguments) {
    System.out.println("hairpin");
  }
}
