# Travaux longs sur de nombreuses fiches.
run-ids-many = On peut désigner une à une { $most } fiches au plus.
run-action-unfit = Cela ne peut pas être fait sur plusieurs fiches à la fois.
run-nothing-chosen = Il ne reste aucune fiche concernée. Faites un nouveau choix.
run-conflict = Ce travail a déjà commencé ou a été abandonné.
run-nothing-done = Ce travail n’a rien modifié qui puisse être annulé.
run-problem-staff = La personne qui a lancé ce travail n’a plus de compte ici ; il a donc été arrêté.
run-part = Un autre champ
run-part-stayed = { $field } a été modifié depuis et reste tel quel.
run-column-number = Numéro
run-column-name = Nom
run-column-reason = Pourquoi elle est restée
run-file = restees
