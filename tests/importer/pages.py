"""Old pages invented for the tests, each damaged in its own way, and how to read one."""

from importer.legacy import LegacyDocument, Vocabulary, read_document

MENU = """-
Qui nous sommes
Qui nous sommesLa mission invente ici une phrase de présentation, longue comme celles des vieux menus du site.
Nos métiers
Nos métiers
- Emplois
- Liens utiles
"""

WRAPPED = (
    MENU
    + """Des apicultrices du plateau vendent leur premier miel grâce à une
coopérative soutenue par la mission
Ifrane, le 12 septembre 2014 - Vingt apicultrices de la province d'Ifrane
ont vendu cet automne leur premier miel. Elles avaient mis en
uvre un projet commun, financé par la Norvège et la Suisse.
« Ce miel, c'est notre fierté », a expliqué Mme Hanane Modèle, présidente de la
coopérative. « L'an prochain nous serons trente. »
Elles préparent maintenant une marque commune avec l'aide de
l'université .
Contact presse: Salma Exemple, responsable de la communication, GSM:
0661-00-00-01, courriel: "mailto:s.exemple@example.org">s.exemple@example.org
"""
)

ENGLISH = """Home
About us
News
Contact
The mission opens a listening centre in Oujda
Rabat, 3 March 2019 - The mission opened a listening centre for stranded people
in Oujda, in the Oriental region. It offers legal advice to about 300 people.
“We wanted a place where people are heard,” said Nora Example, Programme
Officer in Oujda.
According to Dr. Youssef Sample, head of the clinic, “the centre changes everything for
the women who come here.”
Key figures
- 300 people a year
- 4 languages spoken
The centre is funded by the European Union and the Government of the Netherlands.
For more information, please contact:
Nora Example, Programme Officer
Tel: +212 (0) 537 00 00 01 / Fax: +212 537 00 00 02
Email: nexample @ example.org
Home
About us
News
Contact
Share on Facebook
© 2019 The mission
"""

BILINGUAL = """Communiqué de presse
Atelier sur la protection à Nador
Nador, du 30 mai au 2 juin 2017 – Une trentaine de participants ont pris part à un atelier dans la ville.

L'atelier a été organisé avec les associations de la région de l'Oriental.

Workshop on protection in Nador
Nador, 30 May - 2 June 2017 – Some thirty participants took part in a workshop held in the town.

The workshop was organised with the associations of the Oriental region.
"""

STORY = """“I left when I was seventeen,” says Mamadou, 23. “My mother cried for days.”

At the age of 19 he was stranded. "I had nothing," he recalls. He was told about the programme AVRR.

Today Mamadou runs a bakery. “My bread is the best in town!” he laughs.
"""

AXES = """Nos axes d'intervention

La mission travaille autour de trois axes d’intervention :

La diaspora apporte au pays son savoir et ses moyens.

Les activités de cet axe mobilisent les associations.

Cet axe vise à protéger les personnes vulnérables.

L'objectif de cet axe est l'emploi des jeunes.
"""

PROGRAMME = """Programme FORSA-PLUS

Le programme FORSA-PLUS vise à renforcer l'insertion des jeunes dans la région de Béni Mellal-Khénifra.

Objectifs
- former 400 jeunes
- accompagner 60 associations

Durée : 2015-2018

Bailleurs : Royaume de Norvège, Union européenne
"""

CONTACTS = """Contacts

Salma Exemple
Chargée de communication
Tél : 05 37 00 00 01
E-mail : s.exemple@example.org

Karim Modèle
Assistant de programme
Tél : 05 37 00 00 02 / 06 61 00 00 02
E-mail : k.modele[at]example.org
"""

STATEMENT = """Déclaration de la cheffe de mission à l'occasion de la Journée du livre
Rabat, 20 juin 2021
Aujourd'hui, nous pensons à toutes celles et à tous ceux qui lisent.
Nous remercions nos partenaires de leur engagement.
"""

HTML = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Un guichet unique à Agadir | La mission</title>
<style>p{color:red}</style><script>var x="<p>non</p>";</script></head>
<body><header><a href="/">La mission</a><nav><ul><li><a href="/">Accueil</a></li><li><a href="/a">Actualités</a></li>
</ul></nav></header><div class="breadcrumb"><a href="/">Accueil</a> &gt; <a href="/a">Actualités</a></div>
<main><h1>Un guichet unique à Agadir</h1><time datetime="2020-02-05">5 février 2020</time>
<p><strong>Agadir</strong> – Le guichet a ouvert dans la région de Souss-Massa. Il informe les gens sur
<a href="https://example.org/droits">leurs droits</a>.</p>
<h2>Les services</h2><ul><li>Conseil juridique</li><li>Orientation médicale</li></ul>
<img src="g.jpg" alt="Le guichet vu de la rue">
<table><tr><th>Année</th><th>Personnes</th></tr><tr><td>2019</td><td>120</td></tr><tr><td>2020</td><td>340</td></tr>
</table><p>« Je ne savais pas où aller », dit Amadou.<br>« Maintenant je sais. »</p>
<p>Pour plus d'informations&nbsp;: Karim Modèle<br>chargé de communication<br>Tél.&nbsp;: 05 28 00 00 01<br>
<a href="mailto:kmodele@example.org">Écrire</a></p></main>
<footer>© La mission 2020 <a href="/m">Mentions légales</a></footer></body></html>
"""

ALL = (WRAPPED, ENGLISH, BILINGUAL, STORY, AXES, PROGRAMME, CONTACTS, STATEMENT, HTML, MENU)


def read(text: str, vocabulary: Vocabulary | None = None, encoding: str = "utf-8") -> LegacyDocument:
    """Read a page given as text."""
    return read_document(text.encode(encoding), vocabulary)
