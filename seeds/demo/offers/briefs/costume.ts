import type { Brief } from '../types.ts'

export const costumeBriefs: readonly Brief[] = [
  {
    trade: 'Chef costumier / Cheffe costumière', on: ['film', 'series', 'opera'], pay: 'crew',
    text: "Vous dirigez l'atelier et les essayages, répartissez les pièces entre fabrication, location et patine, et tenez le budget du poste.",
    wanted: ['une expérience de chef d’atelier', "une bonne connaissance de l'histoire du costume", 'une capacité à encadrer huit personnes'],
  },
  {
    trade: 'Costumier / Costumière', on: ['stage', 'circus', 'street', 'film'], pay: 'crew',
    text: "Vous fabriquez, transformez et entretenez une quarantaine de pièces, avec une attention particulière à la solidité et au mouvement.",
    wanted: ['une autonomie de la coupe à la finition', 'une pratique de la teinture et de la patine', 'une écoute du corps des interprètes'],
  },
  {
    trade: 'Créateur / Créatrice de costumes', on: ['stage', 'dance', 'musical', 'opera'], contract: 'AUT', pay: 'rights',
    text: "Vous concevez les costumes, des premières maquettes au dernier essayage, en lien avec l'atelier et la lumière.",
    wanted: ['un dossier de créations pour la scène', 'une sensibilité au réemploi', 'une présence hebdomadaire en répétition'],
  },
  {
    trade: 'Costumier-réalisateur / Costumière-réalisatrice', production: 'house-opera-rade', contract: 'CDI', pay: 'monthly',
    text: "Au sein d'un atelier de neuf personnes, vous réalisez patrons, toiles et prototypes pour les productions lyriques et chorégraphiques.",
    wanted: ['un diplôme de costumier-réalisateur', 'une maîtrise du moulage', "la connaissance du tutu et du costume d'époque"],
  },
  {
    trade: 'Costumier-habilleur / Costumière-habilleuse', on: ['musical', 'dance', 'stage'], pay: 'hourly',
    text: "En tournée, tout le poste des costumes vous revient : pressing, retouches, mises et changements rapides.",
    wanted: ['une bonne pratique de la couture main et machine', 'une organisation de camion et de loges', "la bonne humeur des changements à vue"],
  },
  {
    trade: 'Habilleur / Habilleuse', on: ['opera', 'cabaret', 'fashion', 'variety'], many: 'habilleurs et habilleuses', posts: [2, 4], pay: 'hourly',
    text: "Vous préparez les mises, habillez une dizaine de personnes et gérez des changements de quarante secondes dans la pénombre.",
    wanted: ['une rapidité sans brusquerie', 'le sens de la discrétion', 'des notions de retouche'],
  },
  {
    trade: 'Chef habilleur / Cheffe habilleuse', production: 'lady-garance', pay: 'crew',
    text: "Vous organisez l'équipe de six personnes, les plans de mise et l'entretien de deux cent dix costumes, dont quarante teints à la main.",
    wanted: ['une expérience sur une longue exploitation', "une maîtrise de l'entretien des textiles délicats", 'un talent de chef de gare'],
  },
  {
    trade: 'Couturier / Couturière spectacle', on: ['opera', 'fashion', 'cabaret', 'park'], forms: ['couturier', 'couturière'], many: 'couturiers et couturières', posts: [2, 3], pay: 'hourly',
    text: "En renfort de l'atelier, vous montez et ajustez les pièces du chœur et de la troupe pendant les six semaines qui précèdent la première.",
    wanted: ['une vitesse d’exécution à la machine', 'des finitions main soignées', 'une lecture aisée des patrons'],
  },
  {
    trade: 'Assistant costumier / Assistante costumière', on: ['film', 'series', 'advert'], contract: 'STA', pay: 'intern',
    text: "Stagiaire dans l'équipe costumes, vous classez, étiquetez, photographiez les raccords et découvrez tous les postes, de la location à la patine.",
    wanted: ['une convention de formation aux métiers du costume', 'une bonne résistance aux horaires de tournage', 'un œil attentif aux détails'],
  },
  {
    trade: 'Régisseur / Régisseuse costumes', production: 'house-mille-veillees', contract: 'CDI', pay: 'monthly',
    text: "Onze spectacles, quatre cents silhouettes, une blanchisserie : vous organisez la vie du costume dans tout le parc.",
    wanted: ['une expérience d’encadrement', 'une gestion de stock informatisée', 'un sens de l’anticipation'],
  },
  {
    trade: 'Maquilleur / Maquilleuse spectacle', on: ['variety', 'stage', 'opera', 'fashion'], forms: ['maquilleur', 'maquilleuse'], many: 'maquilleurs et maquilleuses', posts: [1, 2], pay: 'hourly',
    text: "Vous maquillez interprètes et invités, du teint invisible au caractère marqué, avec un temps précis par personne.",
    wanted: ['une palette adaptée à toutes les carnations', 'une hygiène irréprochable du matériel', 'une conversation qui sait aussi se taire'],
  },
  {
    trade: 'Maquilleur / Maquilleuse effets spéciaux', production: 'homme-sel', forms: ["maquilleur d'effets spéciaux", "maquilleuse d'effets spéciaux"], pay: 'crew',
    text: "La peau du personnage se couvre de cristaux au fil du récit : vous concevez sept stades de prothèses et leur pose quotidienne.",
    wanted: ['une maîtrise du silicone et de la gélatine', 'des tests filmés à présenter', 'une pose de moins de trois heures'],
  },
  {
    trade: 'Chef maquilleur / Cheffe maquilleuse spectacle', production: 'cote-112', forms: ['chef maquilleur', 'cheffe maquilleuse'], pay: 'crew',
    text: "Blessures, boue, fatigue et fièvre : vous établissez la charte de maquillage de la saison et dirigez une équipe de cinq personnes.",
    wanted: ['une expérience du film d’époque', 'des connaissances médicales de base sur les plaies', 'un classeur de raccords tenu au jour le jour'],
  },
  {
    trade: 'Coiffeur / Coiffeuse spectacle', on: ['film', 'fashion', 'musical', 'advert'], forms: ['coiffeur', 'coiffeuse'], pay: 'crew',
    text: "Vous coiffez, posez les postiches et assurez les raccords, y compris sur cheveux texturés, bouclés ou crépus.",
    wanted: ['un diplôme de coiffure', 'une compétence réelle sur toutes les natures de cheveux', 'une expérience de plateau'],
  },
  {
    trade: 'Perruquier / Perruquière spectacle', on: ['opera', 'cabaret'], forms: ['perruquier', 'perruquière'], pay: 'hourly',
    text: "Vous préparez, implantez et entretenez une soixantaine de perruques, puis assurez les poses pendant la série.",
    wanted: ['une pratique de l’implantation', 'une connaissance des coiffures historiques', 'une présence à toutes les représentations'],
  },
  {
    trade: 'Coiffeur maquilleur / Coiffeuse maquilleuse spectacle', on: ['clip', 'photo', 'short', 'documentary'], forms: ['coiffeur-maquilleur', 'coiffeuse-maquilleuse'], pay: 'crew',
    text: "En petite équipe, vous tenez tout le poste : préparation rapide, retouches entre les prises, démaquillage soigné.",
    wanted: ['une double compétence équilibrée', 'un matériel mobile et autonome en lumière', 'un portfolio récent'],
  },
  {
    trade: 'Concepteur / Conceptrice maquillages spectacle', on: ['street', 'circus', 'dance', 'park'], forms: ['concepteur de maquillages', 'conceptrice de maquillages'], contract: 'AUT', pay: 'rights',
    text: "Vous dessinez une dizaine de maquillages lisibles de loin, résistants à la sueur, et apprenez aux artistes à les poser sans aide.",
    wanted: ['une expérience de la scène ou du plein air', 'des planches de dessin claires', 'une pédagogie patiente'],
  },
]
