package io.familiarface.standalone.demo;

import java.util.List;

/** Where the people of the demo live and what they are called; none of them exists. */
final class SampleNames {
  /** A place, its postal code, and the branch that serves it. */
  record Locality(String city, String postalCode, String branch) {}

  static final List<Locality> PLACES =
      List.of(
          new Locality("Springfield", "01109", "north"),
          new Locality("Chicopee", "01020", "north"),
          new Locality("Ludlow", "01056", "north"),
          new Locality("Holyoke", "01040", "valley"),
          new Locality("Northampton", "01060", "valley"),
          new Locality("Easthampton", "01027", "valley"),
          new Locality("Amherst", "01002", "valley"),
          new Locality("West Springfield", "01089", "south"),
          new Locality("Westfield", "01085", "south"),
          new Locality("Agawam", "01001", "south"),
          new Locality("Longmeadow", "01106", "south"));

  static final List<String> STREETS =
      words(
          """
          Maple Street|Elm Street|Main Street|Pine Street|Chestnut Street|Walnut Street|Mill Road
          Pleasant Street|Prospect Avenue|Highland Avenue|Orchard Lane|River Road|Birch Hill Road
          Summer Street|Park Avenue|Church Street|School Street|Meadow Lane|Willow Street|Cedar Lane
          Grove Street|North Street|Franklin Street|Hillside Drive|Brookside Circle|Ferry Street
          Belmont Avenue|Sycamore Terrace|Laurel Street|Canal Street""");

  static final List<String> FIRST_NAMES =
      words(
          """
          Abigail|Adrian|Aisha|Albert|Amelia|Andre|Angela|Anthony|Beatrice|Benjamin|Bernard|Camila
          Carla|Cedric|Charlotte|Clara|Daniel|Darlene|David|Deborah|Diego|Donald|Edith|Eleanor|Elias
          Emily|Ernest|Esther|Felix|Fiona|Gabriel|George|Hannah|Harriet|Hector|Helen|Ibrahim|Ines
          Irma|Isaac|Jacqueline|James|Janet|Jerome|Joan|Joseph|Judith|Julian|Karen|Keith|Laura|Leon
          Linda|Louis|Lydia|Malik|Margaret|Mario|Martha|Michael|Miriam|Nadia|Nathan|Norma|Olive|Oscar
          Patricia|Paul|Priya|Rachel|Raymond|Rebecca|Robert|Rosa|Ruth|Samuel|Sandra|Simon|Sofia
          Stephen|Susan|Tamara|Theodore|Teresa|Thomas|Ursula|Valerie|Victor|Vivian|Walter|Wendy""");

  static final List<String> LAST_NAMES =
      words(
          """
          Abbott|Adeyemi|Alvarez|Anderson|Baker|Barros|Bennett|Bianchi|Blake|Bouchard|Boyd|Brennan
          Burke|Callahan|Campbell|Carter|Castillo|Chambers|Chen|Clarke|Coleman|Connolly|Cruz|Dalton
          Delgado|Desrosiers|Donovan|Dubois|Ellis|Espinoza|Farrell|Ferreira|Fisher|Fitzgerald|Flores
          Foster|Gagnon|Garcia|Gibson|Goldberg|Graham|Greene|Hansen|Harper|Hayes|Hernandez|Hughes
          Ibarra|Jackson|Jensen|Johansson|Kaplan|Kaur|Keller|Kim|Kowalczyk|Lambert|Larson|Lavoie
          Leclair|Lewis|Lopez|MacDonald|Marino|Martin|Mbeki|Mendes|Mitchell|Moreau|Morgan|Murphy
          Nguyen|Novotny|O'Brien|O'Connor|Okafor|Olsen|Ortega|Palmer|Parker|Patel|Pelletier|Perry
          Peters|Ramos|Reed|Ricci|Rivera|Roberts|Robinson|Romano|Russell|Sanders|Santos|Schmidt
          Sharma|Silva|Simmons|Sousa|Stone|Sullivan|Tanaka|Thibault|Torres|Tran|Turner|Vargas|Wagner
          Walsh|Ward|Watkins|Weiss|Wheeler|Wojcik|Wright|Young""");

  /** What comes after a family name or a street when it stands over a door. */
  static final List<String> TRADES =
      words(
          """
          Bakery|Diner|Florist|Hardware|Grocery|Books|Dental Office|Child Care|Pizzeria|Pharmacy
          Veterinary Clinic|Bed and Breakfast|Tavern|Deli|Auto Repair|Fish Market|Coffee Roasters
          Self Storage|Brewing|Nursing Home|Catering|Farm Stand""");

  private SampleNames() {}

  private static List<String> words(String text) {
    return List.of(text.split("[|\n]"));
  }
}
